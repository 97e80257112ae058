# area: language
# prio: P0
# checks: del unbinds names, removes items and attributes, and takes several targets
x = 1
del x
try:
    print(x)
except NameError as e:
    print(e)
xs = list(range(8))
del xs[0], xs[-1]
print(xs)
del xs[1:4]
print(xs)
d = {"a": 1, "b": 2}
del d["a"]
print(d)


class C:
    pass


c = C()
c.v = 1
del c.v
print(hasattr(c, "v"))
try:
    del c.v
except AttributeError as e:
    print(type(e).__name__)


def f():
    y = 1
    del y
    return y


try:
    f()
except UnboundLocalError as e:
    print(e)
