# area: modules
# prio: P1
# checks: groups of groupby taken by list, sum, set and tuple: what is left when keys fail, compare oddly, or groups are late
from itertools import groupby


def tens(n):
    if n == 35:
        raise ValueError(n)
    return n // 10


numbers = [1, 2, 11, 12, 13, 21, 35, 36, 41]
groups = groupby(numbers, tens)
try:
    for key, group in groups:
        print(key, list(group))
except ValueError as error:
    print('failed', error)
print([(key, list(group)) for key, group in groups])

groups = groupby(range(30), key=lambda n: n // 4 if n < 20 else None)
first = next(groups)[1]
print(next(first), list(first), list(first), [sum(group) for _, group in groups], next(groups, 'end'))
late = [group for _, group in groupby('aabbc', lambda c: c)]
print([list(group) for group in late])


class Odd:
    def __init__(self, n):
        self.n = n

    def __eq__(self, other):
        print('eq', self.n, other.n)
        if other.n == 3:
            raise KeyError('three')
        return self.n == other.n


groups = groupby([1, 1, 2, 3, 4], Odd)
_, ones = next(groups)
print(list(ones))
_, twos = next(groups)
try:
    list(twos)
except KeyError as error:
    print(error)
try:
    print([list(group) for _, group in groups])
except KeyError as error:
    print(error)

groups = groupby(iter('AaBb'), str.lower)
print([(key, set(group) == {key, key.upper()}) for key, group in groups])
print([(key, tuple(group)) for key, group in groupby([1, True, 1.0, 0, False])])
source = iter(range(10))
groups = groupby(source, lambda n: (n, next(source, None))[0] // 5)
print([(key, list(group)) for key, group in groups])
print(max(group := list(next(groupby([3, 1, 4], bool))[1])), group)
