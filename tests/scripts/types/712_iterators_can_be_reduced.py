# area: types
# prio: P1
# checks: copies of iterators go on where they were
def t(f, *args, **kwargs):
    try:
        print(f(*args, **kwargs))
    except Exception as e:
        print(type(e).__name__, e)


import copy
from itertools import chain, count, islice, cycle, permutations, accumulate, takewhile, product, repeat
makers = [
    lambda: iter([1, 2, 3, 4]), lambda: reversed([1, 2, 3]), lambda: iter((1, 2, 3)), lambda: iter('abc'),
    lambda: iter(b'abc'), lambda: iter(range(4)), lambda: iter(range(2**70, 2**70 + 3)), lambda: iter({1: 2, 3: 4}),
    lambda: iter({1: 2, 3: 4}.items()), lambda: reversed({1: 2, 3: 4}), lambda: enumerate('xyz', 5),
    lambda: zip('ab', 'cd'), lambda: map(str, [1, 2, 3]), lambda: filter(None, [1, 0, 2]),
    lambda: chain('ab', 'cd'), lambda: islice(count(), 2, 6), lambda: permutations('ab'),
    lambda: accumulate([1, 2, 3]), lambda: takewhile(bool, [1, 2, 0, 3]), lambda: product('ab', '12'),
    lambda: repeat(1, 3),
]
for make in makers:
    first = make()
    next(first)
    second = copy.copy(first)
    print(type(first).__name__, list(second), list(make()))
c = cycle('abc')
next(c), next(c)
d = copy.deepcopy(c)
print([next(d) for _ in range(5)])
it = iter([1, 2, 3])
it.__setstate__(2)
print(list(it))
t(lambda: iter('ab').__reduce__()[1:])
print({1, 2}.__reduce__()[1:], range(3).__reduce__()[1], slice(1, 2).__reduce__()[1])
