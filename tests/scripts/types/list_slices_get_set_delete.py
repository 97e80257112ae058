# area: types
# prio: P0
# checks: slices of lists with every sign of step, assignment that grows and shrinks, deletion
a = list(range(10))
print(a[2:5], a[::-2], a[-3:], a[:-7], a[8:2:-3], a[5:5], a[20:], a[-20:2])
a[2:5] = []
a[0:0] = ["p", "q"]
a[len(a):] = [99]
a[-2:-1] = "xyz"
print(a)
del a[::3]
print(a)
del a[-2:]
a[1:3] = a
print(a)
b = [1, 2, 3, 4]
b[::-1] = b
print(b)
for f in (lambda: b.__setitem__(slice(0, 4, 2), [1]), lambda: b.__setitem__(slice(1), 5), lambda: b[::0]):
    try:
        f()
    except (ValueError, TypeError) as e:
        print(type(e).__name__, e)
