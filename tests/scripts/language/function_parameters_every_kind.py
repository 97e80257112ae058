# area: language
# prio: P0
# checks: positional-only, ordinary, default, starred, keyword-only and double-starred parameters together
def f(a, b=2, /, c=3, *args, d, e=5, **kw):
    return a, b, c, args, d, e, kw


print(f(1, d=4))
print(f(1, 20, 30, 40, 50, d=60, e=70, z=80))
print(f(1, d=0, a=9, b=8))
print(f(*range(6), **{"d": 1, "q": 2}))


def g(*, k):
    return k


print(g(k=1))


def h(x, /, *, y):
    return x, y


print(h(1, y=2))
