# area: types
# prio: P0
# checks: tuples: construction, operators, methods, comparison, immutability
t = (1, "a", 2.5)
print(t, (), (1,), t[0], t[-1], t[::-1], t + (4,), t * 2, len(t), "a" in t, t.index("a"), t.count(1), tuple([1, 2]), tuple("ab"), tuple())
print((1, 2) < (1, 3), (1,) < (1, 0), (1, 2) == (1.0, 2), hash((1, 2)) == hash((1, 2)), {(0, 1): "key"}[0, 1], ((1, 2), [3]), sorted([(2, "b"), (1, "z"), (2, "a")]))
for f in (lambda: t.index("zz"), lambda: t[5], lambda: t + [1], lambda: t < 1, lambda: hash((1, [])), lambda: t.append):
    try:
        f()
    except (ValueError, IndexError, TypeError, AttributeError) as e:
        print(type(e).__name__, e)
try:
    t[0] = 1
except TypeError as e:
    print(e)
try:
    del t[0]
except TypeError as e:
    print(e)
