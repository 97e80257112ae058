# area: builtins
# prio: P1
# checks: vars of instances and classes, dir contains what it should
class A:
    x = 1

    def m(self): pass


a = A()
a.y = 2
print(vars(a), "x" in vars(A), "m" in dir(a), "y" in dir(a), "x" in dir(A), "append" in dir([]), sorted(n for n in dir(a) if not n.startswith("_")))
print("a" in dir(), "A" in globals(), vars() is globals())
try:
    vars(5)
except TypeError as e:
    print(e)
