# area: modules
# prio: P1
# checks: a deque with maxlen drops at the other end; rotate, extendleft and search

from collections import deque

d = deque([1, 2, 3], maxlen=4)
d.append(4); d.append(5); d.appendleft(0)
print(d, d.maxlen, len(d), d[0], d[-1], d.pop(), d.popleft(), d)
d.extend("abc"); print(d)
d.extendleft("xy"); print(d)
d.rotate(1); print(d); d.rotate(-2); print(d); d.rotate(9); print(d)
e = deque("abcab")
print(e.count("a"), e.index("b"), e.index("b", 2), e.remove("a"), e, e.reverse(), e, "c" in e, list(reversed(e)))
e.insert(1, "new"); e[2] = "set"; del e[0]
print(e, e.copy(), e.copy() == e, e + deque("z"), e * 2, deque([1, 2]) < deque([1, 3]), deque([1]) == [1])
e += "pq"; e *= 2
print(e, e.clear(), e, bool(e), deque(maxlen=0), deque("abc", 2), deque(range(3), maxlen=None))
window, sums = deque(maxlen=3), []
for n in range(7):
    window.append(n)
    if len(window) == 3:
        sums.append(sum(window))
print(sums, deque([[1]]), repr(deque([deque()])))
f = deque([1, 2, 3])
try:
    for item in f:
        f.append(item)
except RuntimeError as error:
    print(error)
for bad in [lambda: deque().pop(), lambda: deque().popleft(), lambda: f.remove(99), lambda: f.index(99), lambda: f[10], lambda: f[0:1], lambda: deque(5), lambda: deque([], -1), lambda: hash(f), lambda: deque([1], maxlen=1).insert(0, 2), lambda: f.rotate("a"), lambda: f + [1]]:
    try:
        bad()
    except (IndexError, ValueError, TypeError) as error:
        print(type(error).__name__, error)
