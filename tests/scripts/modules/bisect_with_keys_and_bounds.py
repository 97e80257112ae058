# area: modules
# prio: P2
# checks: bisect and insort with lo, hi and key

import bisect

data = [1, 3, 3, 3, 7, 9]
for x in [0, 1, 3, 5, 9, 10]:
    print(x, bisect.bisect_left(data, x), bisect.bisect_right(data, x), bisect.bisect(data, x, 2), bisect.bisect_left(data, x, lo=1, hi=3))
rows = [("a", 5), ("b", 10), ("c", 20)]
print(bisect.bisect(rows, 10, key=lambda r: r[1]), bisect.bisect_left(rows, 10, key=lambda r: r[1]))
bisect.insort(rows, ("new", 10), key=lambda r: r[1])
bisect.insort_left(rows, ("left", 10), key=lambda r: r[1])
print(rows)
grades = "FDCBA"
print([grades[bisect.bisect([60, 70, 80, 90], score)] for score in [33, 99, 77, 70, 89, 90, 100]])
out = []
for n in [5, 1, 4, 1, 3]:
    bisect.insort(out, n)
print(out, bisect.bisect("aabbc", "b"), bisect.bisect_left((), 5), bisect.bisect is bisect.bisect_right)


class Virtual:
    def __len__(self):
        return 10**6

    def __getitem__(self, n):
        return n * n


print(bisect.bisect(Virtual(), 1000), bisect.bisect_left(Virtual(), 10**10))
for bad in [lambda: bisect.bisect([1], 1, -1), lambda: bisect.bisect([1, "a"], 2, 1), lambda: bisect.insort((1,), 2), lambda: bisect.bisect(5, 1)]:
    try:
        bad()
    except (ValueError, TypeError, AttributeError) as error:
        print(type(error).__name__, error)
