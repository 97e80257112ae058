# area: language
# prio: P0
# checks: bound methods remember their instance and compare by it
class C:
    def __init__(self, n):
        self.n = n

    def get(self, k=0):
        return self.n + k


c = C(5)
m = c.get
print(m(), m(1), C.get(c, 2))
c.n = 7
print(m(), m.__self__ is c, m.__func__ is C.get, m.__name__)
print(c.get == c.get, c.get == C(7).get, c.get is c.get)
c.get = lambda: "instance attribute"
print(c.get())
C.plus = lambda self, x: self.n + x
print(c.plus(10))
