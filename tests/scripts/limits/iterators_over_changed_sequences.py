# area: limits
# prio: P0
# checks: iterators keep an index: slicing away, growing and shrinking while walking
a = [0, 1, 2, 3, 4, 5]
out = []
for x in a:
    out.append(x)
    if x == 1:
        del a[:2]
    if x == 4:
        a.extend([7, 8])
print(out, a)
e = enumerate(a)
next(e)
a.insert(0, "new")
print(list(e))
z = zip(a, iter(a))
a.clear()
print(list(z))
r = iter(range(3))
print(next(r), [*r], [*r])
