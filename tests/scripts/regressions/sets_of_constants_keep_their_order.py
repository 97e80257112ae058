# area: regressions
# prio: P0
# checks: the order of a set display of constants is that of a folded constant
print({100, 33, 65, 1}, {5, 3, 1}, {10, 20, 30, 40, 50, 60, 70}, {1.5, 2.5, -1}, {1, 2, 3} | {9, 8, 7})
print({8, 16, 24, 32, 40}, {1, 9, 17, 25}, {(1, 2), (3, 4), (5, 6)} == {(5, 6), (3, 4), (1, 2)})
a, b, c = 100, 33, 65
print({a, b, c, 1}, {*[8, 16, 24], 32, 40})
s = {3, 1, 2}
s.add(0)
print(s, sorted(s))
