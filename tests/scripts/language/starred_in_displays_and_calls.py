# area: language
# prio: P0
# checks: stars unpack into lists, tuples, sets, dicts and calls, in order
a = [1, 2]
print([*a, 3, *"xy", *range(2)])
print((*a, *a))
print(sorted({*a, 2, 5}))
d = {"x": 1, **{"y": 2, "x": 3}, "z": 4}
print(d)


def f(*args, **kw):
    print(args, kw)


f(*a, 3, *"q", k=1, **{"m": 2})
f(*[], **{})
t = *a, 9
print(t)
