# area: regressions
# prio: P3
# checks: nsmallest and nlargest compare the same pairs in the same order as CPython, so that errors and NaN come out alike
import heapq
from collections import Counter


class Told:
    def __init__(self, n):
        self.n = n

    def __lt__(self, other):
        print(f'{self.n}<{other.n}', end=' ')
        return self.n < other.n

    def __repr__(self):
        return f'T{self.n}'


items = [Told(n) for n in (3, 1, 4, 1, 5, 9, 2, 6)]
for pick in (heapq.nsmallest, heapq.nlargest):
    print(pick(3, iter(items)))
    print(pick(2, items, key=lambda t: -t.n))
    print(pick(9, items[:3]))
    print(pick(0, items), pick(-1, items), pick(1, items[:2]))
    print(pick(2, iter([float('nan'), 1, 0.1, 93])))
    for n, source in ((2, [1, 'a', None, 3]), (3, iter(['a', 2, ()])), (1.5, []), (None, [1]), ('x', [1])):
        try:
            print(pick(n, source))
        except TypeError as e:
            print(e)
print(Counter('abracadabra').most_common(2), Counter('ab').most_common(-1))
try:
    Counter('ab').most_common('x')
except TypeError as e:
    print(e)
