# area: modules
# prio: P0
# checks: deque: both ends, rotation, maxlen, indices, errors
from collections import deque

d = deque([1, 2, 3])
d.append(4)
d.appendleft(0)
d.extend("ab")
d.extendleft("xy")
print(d, len(d), d[0], d[-1], d.pop(), d.popleft(), 3 in d, d.count(1), d.index(2))
d.rotate(2)
print(list(d))
d.rotate(-1)
d.reverse()
d.remove("x")
print(d, list(reversed(d)), d == deque(d), bool(deque()))
m = deque(range(5), maxlen=3)
m.append(9)
m.appendleft(7)
print(m, m.maxlen, m.copy())
d[0] = "set"
del d[1]
d.insert(1, "ins")
d.clear()
print(d)
for f in (lambda: d.pop(), lambda: d.popleft(), lambda: d[0], lambda: d.remove(1)):
    try:
        f()
    except (IndexError, ValueError) as e:
        print(type(e).__name__, e)
