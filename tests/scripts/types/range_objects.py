# area: types
# prio: P0
# checks: range: length, membership, indices, slices, equality, big bounds, errors
r = range(2, 20, 3)
print(r, list(r), len(r), 8 in r, 9 in r, r[0], r[-1], r[1:3], r[::-1], r.index(11), r.count(5), r.count(6), r.start, r.stop, r.step)
print(range(5) == range(0, 5, 1), range(0) == range(2, 1), range(3) == [0, 1, 2], hash(range(3)) == hash(range(0, 3)), list(range(5, 0, -2)), list(range(-3)), bool(range(0)), range(10)[2:8:2])
print(len(range(10 ** 18)), 10 ** 17 in range(10 ** 18), range(10 ** 30)[10 ** 29], list(range(2 ** 63, 2 ** 63 + 3)), list(reversed(range(4))), "a" in range(3), 2.0 in range(3))
for f in (lambda: range(1, 2, 0), lambda: range("a"), lambda: range(1.0), lambda: range(), lambda: r[99], lambda: r.index(9), lambda: range(1, 2, 3, 4)):
    try:
        f()
    except (ValueError, TypeError, IndexError) as e:
        print(type(e).__name__, e)
