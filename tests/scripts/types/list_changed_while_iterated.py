# area: types
# prio: P1
# checks: iteration sees the list as it is; exhausted iterators stay so
l = [1, 2, 3]
out = []
for x in l:
    out.append(x)
    if x < 3 and len(l) < 6:
        l.append(x * 10)
print(out, l)
for x in l:
    l.remove(x)
print(l)
it = iter(l); print(list(it)); l.append(99); print(list(it), next(it, "end"))
r = reversed([1, 2, 3]); print(next(r), r.__length_hint__(), list(r), list(r))
it = iter([1, 2, 3]); next(it); print(it.__length_hint__(), list(it))
l = [1, 2, 3, 4]; it = iter(l); next(it); l.clear(); print(list(it))
class Eq:
    def __eq__(self, other):
        l.clear()
        return False
l = [Eq(), Eq(), Eq()]
print(l.count(1), len(l))
l = [Eq(), Eq()]
print(5 in l, len(l))
l = [Eq(), 1]
try:
    l.remove(1)
except ValueError as e:
    print(e)
l = [1, 2]; l.extend(iter([3])); l[len(l):] = (x for x in l[:1]); print(l)
