# area: regressions
# prio: P2
# checks: repr, comparisons, + and * of a deque use what its subclass says
from collections import deque


class Twice(deque):
    def __iter__(self):
        for item in super().__iter__():
            yield item
            yield item


class Named(deque):
    def __init__(self, items=(), maxlen=None):
        print('init', list(items), maxlen)
        super().__init__(items, maxlen)


d = Twice([1, 2])
print(d, len(d))
print(d == deque([1, 2]), d == Twice([1, 2]), d < deque([1, 1, 3]))
n = Named([1], 3)
print(n + deque([2]), type(n + deque()).__name__)
print(n * 2, type(n * 2).__name__, type(n.copy()).__name__)
full = deque([1, 2], 2)
for index in ('a', 0, 2**70):
    try:
        full.insert(index, 5)
    except Exception as e:
        print(type(e).__name__, e)
for change in (lambda: setattr(full, 'x', 1), lambda: full.y):
    try:
        change()
    except AttributeError as e:
        print(e)
