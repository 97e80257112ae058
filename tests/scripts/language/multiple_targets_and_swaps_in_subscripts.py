# area: language
# prio: P0
# checks: slices and subscripts as targets, swaps through lists
a = [0, 1, 2, 3, 4, 5]
a[0], a[-1] = a[-1], a[0]
a[1:3] = "xyz"
print(a)
a[::2] = [None] * len(a[::2])
print(a)
b = a[:]
b[:] = []
print(b, len(a))
(m, n), [o, *p] = (1, 2), (3, 4, 5)
print(m, n, o, p)
d = {}
d["a"], d["b"] = 1, 2
d["a"], d["b"] = d["b"], d["a"]
print(d)
try:
    a[::2] = [1]
except ValueError as e:
    print(e)
