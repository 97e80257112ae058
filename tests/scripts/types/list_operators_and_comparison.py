# area: types
# prio: P0
# checks: +, *, ==, ordering by the first difference, nested repr
a = [1, 2]
print(a + [3], a * 2, 0 * a, a == [1, 2.0], a < [1, 3], a < [1, 2, 0], [] < a, [[1]] * 2, [1, [2, (3,)], {"k": [None]}])
row = [[0] * 2] * 2
row[0][0] = 1
print(row, a != [2, 1], [2] > [1, 9], ["a", 1] == ["a", True])
for f in (lambda: a + (1,), lambda: a * a, lambda: [1] < ["a"], lambda: a < 5, lambda: a[5], lambda: a["x"], lambda: a.__setitem__(5, 1), lambda: a.__delitem__(9)):
    try:
        print(f())
    except (TypeError, IndexError) as e:
        print(type(e).__name__, e)
