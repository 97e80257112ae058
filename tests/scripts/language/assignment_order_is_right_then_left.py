# area: language
# prio: P0
# checks: the value is evaluated first, then targets from left to right
def f(name):
    print("call", name)
    return store


store = {}
f("a")[0] = f("b")[1] = print("value") or 7
print(store)
i = 0
xs = [10, 20, 30]
i, xs[i] = 2, "changed"
print(i, xs)
a = b = c = []
a.append(1)
print(c)
x, y = 1, 2
x, y = y, x
print(x, y)
