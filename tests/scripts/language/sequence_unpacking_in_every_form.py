# area: language
# prio: P1
# checks: nested, starred, swapped and looped unpacking from any iterable

a, b = b, a = 1, 2
print(a, b)
a, b = b, a
(a, [b, *c]), d = ("x", "yzw"), {5}
print(a, b, c, d)
first, *_, last = range(5)
*start, end = {"k": 1, "l": 2}
[p, q], r = map(str, (12, 3)) if False else ("12", "3")
print(first, last, start, end, p, q, r)
i, items = 0, [10, 20, 30]
i, items[i] = 2, "set at new i"
print(i, items)
a = b = c = []
a.append(1)
print(a is c, b)
(only,), = [(5,)]
[] = ()
() = []
*empty, = ""
print(only, empty)
for k, (m, *n) in {"x": (1, 2, 3), "y": "ab"}.items():
    print(k, m, n)
x, y, *z = (w * 2 for w in "abc")
print(x, y, z, [s + t for s, t in zip("ab", "cd")], dict(e for e in [("g", 1)]))
for bad in ["a, b = 1", "a, b = [1]", "a, b = 1, 2, 3", "a, *b, c = [1]", "(a, b), c = [1], 2", "a, b = None", "a, = 'xy'"]:
    try:
        exec(bad)
    except (TypeError, ValueError) as error:
        print(bad, "|", error)
