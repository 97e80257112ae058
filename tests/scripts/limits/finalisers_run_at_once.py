# area: limits
# prio: P0
# checks: __del__ runs when the last reference goes: del, rebinding, leaving a function, containers
class D:
    def __init__(self, n):
        self.n = n

    def __del__(self):
        print("del", self.n)


a = D(1)
del a
print("-")
a = D(2)
a = None
print("-")


def f():
    x = D(3)
    print("in f")


f()
xs = [D(4), D(5)]
xs.pop()
xs.clear()
D(6)
print("-")
d = {"k": D(7)}
d["k"] = 1
b = c = D(8)
del b
print("still there")
del c
try:
    y = D(9)
    raise ValueError
except ValueError:
    y = None
print("end")
