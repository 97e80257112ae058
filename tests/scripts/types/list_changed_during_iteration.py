# area: types
# prio: P0
# checks: a list iterator sees appended and removed elements
a = [1, 2, 3]
for x in a:
    if len(a) < 6:
        a.append(x * 10)
print(a)
for x in a:
    a.remove(x)
print(a)
b = [1, 2, 3, 4]
it = iter(b)
print(next(it))
b.clear()
print(list(it), next(it, "done"))
b.append(5)
print(list(it))
c = [3, 4]
r = reversed(c)
c.append(5)
print(list(r))
