# area: regressions
# prio: P0
# checks: natives that call a class give it as the first argument of its __new__
from collections import defaultdict
from itertools import dropwhile, filterfalse, starmap, takewhile

print(list(takewhile(bool, [1, 2, 0, 3])), list(dropwhile(bool, [1, 0, 2])), list(filterfalse(bool, [0, 1])))
print(list(map(int, ['1', '2'])), list(map(str, [1, 2])), list(map(tuple, ['ab'])), list(map(float, ['1.5'])))
print(list(starmap(complex, [(1, 2)])), list(starmap(range, [(1, 2, 3)])), sorted([3, 1], key=bool))
print(defaultdict(int)['a'], defaultdict(frozenset)['a'], defaultdict(bytes)['a'])


class T(tuple):
    def __new__(cls, *items):
        return super().__new__(cls, items)


print(list(map(T, [1, 2])), list(starmap(T, [(1, 2, 3, 4, 5, 6)])))
