# area: types
# prio: P1
# checks: tuples compare, repeat, unpack, hash and show themselves

t = (1, "a", None)
print(t + (2,), t * 2, t[0], t[-1], t[1:], t[::-1], len(t), "a" in t, t.index("a"), t.count(1), (1,) * 0)
print((), (1,), ((),), ((1,),), tuple("ab"), tuple(range(3)), tuple({1: 2}), tuple(x for x in "z"), tuple(t) is t)
print((1, 2) < (1, 3), (1,) < (1, 0), (2,) > (1, 99), (1, 2) == (1.0, 2.0), (1, 2) == [1, 2], max((1, "b"), (1, "a")))
print(hash((1, 2)) == hash((1.0, 2.0)), {(1, 2): "x"}[1, 2], (1, [2]) == (1, [2]), () is (), not ())
a, (b, *c), d = 1, (2, 3, 4), 5
print(a, b, c, d, *t, sep=",")
x = 1, 2
x += 3,
print(x, sorted([(2, "b"), (1, "z"), (2, "a")]), sum(((1,), (2,)), ()), dict([(1, 2)]), divmod(7, 2))
nested = (1, [2, 3])
nested[1].append(4)
print(nested, (lambda *a: a)(1, 2), (yes := (1, 2))[0], (1, 2, 3)[-2:], isinstance((), tuple))


class Pair(tuple):
    def __new__(cls, a, b):
        return super().__new__(cls, (a, b))

    first = property(lambda self: self[0])


p = Pair(3, 4)
print(p, p.first, p + (5,), type(p + ()).__name__, type(p[:]).__name__, p == (3, 4), hash(p) == hash((3, 4)))
for bad in [lambda: t + [1], lambda: t[3], lambda: t.index(9), lambda: t.__setitem__, lambda: hash((1, [])), lambda: (1, "a") < (1, 2), lambda: t["a"], lambda: t * 1.0]:
    try:
        bad()
    except (TypeError, IndexError, ValueError, AttributeError) as error:
        print(type(error).__name__, error)
