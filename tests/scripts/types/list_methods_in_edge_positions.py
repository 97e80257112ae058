# area: types
# prio: P1
# checks: insert, pop, index and remove at and beyond the ends

a = [1, 2, 3]
a.insert(0, "first"); a.insert(99, "last"); a.insert(-1, "before last"); a.insert(-99, "very first")
print(a, a.pop(), a.pop(0), a.pop(-1), a.pop(1), a)
a.extend("xy"); a.extend(a); a += (n for n in range(2))
print(a, a.index("x"), a.index("x", 3), a.index("y", -5, -1), a.count("x"), a.count(None))
a.remove("x"); a.reverse()
print(a, a.copy() == a, a.copy() is a, a.clear(), a)
b = [[1]] * 3
b[0].append(2)
print(b, [0] * 0, [0] * -1, [1, 2] * 2, [] + [1], [1, [2]] == [1, [2]], [1, 2] < [1, 2, 0], [2] > [1, 9])
c = list(range(10))
del c[::3]
print(c, c[-2:], c[5:2], c[::-2], c[100:], c[:-100], c[slice(1, 4)])
c[1:1] = "ab"; c[-1:] = []; c[::2] = [0] * len(c[::2])
print(c, c.sort(key=str), c, sorted(c, key=lambda v: (isinstance(v, str), v), reverse=True))
d = [3, 1, 2]
d.sort(reverse=True)
print(d, d.append(d), d, len(d), d[3] is d, repr(d))
for bad in [lambda: [].pop(), lambda: [1].pop(5), lambda: [1].remove(2), lambda: [1].index(2), lambda: [1, "a"].sort(), lambda: [1] + (2,), lambda: [1]["0"], lambda: [].extend(5), lambda: [1, 2].__setitem__(slice(0, 2, 2), [1, 2])]:
    try:
        bad()
    except (IndexError, ValueError, TypeError) as error:
        print(type(error).__name__, error)
