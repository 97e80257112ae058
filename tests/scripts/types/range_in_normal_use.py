# area: types
# prio: P1
# checks: ranges index, slice, compare, search and count like the lists they stand for

for r in [range(5), range(2, 11, 3), range(10, 0, -4), range(0), range(5, 5), range(3, 0), range(-3, 4, 2)]:
    print(r, list(r), len(r), bool(r), list(reversed(r)), r[::-1], r[1:], r[-1] if r else None, sum(r), r == range(r.start, r.stop, r.step))
r = range(0, 100, 7)
print(r.start, r.stop, r.step, r[3], r[-2], r[2:5], r[::2], r[5:2], 49 in r, 50 in r, 49.0 in r, "a" in r, r.index(49), r.count(49), r.count(50))
print(range(0, 3, 2) == range(0, 4, 2), range(0) == range(2, 1), range(1, 2) == range(1, 9, 20), hash(range(0, 3, 2)) == hash(range(0, 4, 2)), range(3) == [0, 1, 2])
print(min(r), max(r), sorted(r, reverse=True)[:3], list(zip(range(3), range(9, 0, -3))), [*range(2), *range(2)], range(True, 3), list(enumerate(range(5, 7), 1)))
it = iter(range(3))
print(next(it), list(it), next(it, "end"), list(map(lambda v: -v, range(3))), {range(2): 1}[range(0, 2)])
print(range(10**20, 10**20 + 3)[1], len(range(-5, 10**18)), 10**19 in range(0, 10**20, 10), range(10)[slice(None, None, -3)])
for bad in [lambda: range(), lambda: range(1, 2, 0), lambda: range(1.0), lambda: range("3"), lambda: range(3)[3], lambda: r.index(1), lambda: range(1, 2, 3, 4), lambda: range(3) + range(2), lambda: range(2) < range(3), lambda: range(stop=3)]:
    try:
        bad()
    except (TypeError, ValueError, IndexError) as error:
        print(type(error).__name__, error)
