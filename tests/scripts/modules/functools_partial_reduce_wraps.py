# area: modules
# prio: P0
# checks: partial, reduce, wraps, cmp_to_key
import functools


def f(a, b, c=3, *args, **kw):
    "doc of f"
    return a, b, c, args, kw


p = functools.partial(f, 1, c=30)
print(p(2), p(2, z=5), p.func is f, p.args, p.keywords, functools.partial(p, 9)(), functools.partial(int, base=2)("101"))
print(functools.reduce(lambda a, b: a + b, [1, 2, 3]), functools.reduce(max, [3, 9, 2], 5), functools.reduce(lambda a, b: a, [], "initial"))


def deco(g):
    @functools.wraps(g)
    def inner(*a):
        return g(*a)
    return inner


w = deco(f)
print(w.__name__, w.__doc__, w.__wrapped__ is f, w(1, 2))
print(sorted([3, 1, 2], key=functools.cmp_to_key(lambda a, b: b - a)))
try:
    functools.reduce(max, [])
except TypeError:
    print("reduce of nothing")
