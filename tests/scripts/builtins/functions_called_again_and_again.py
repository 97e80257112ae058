# area: builtins
# prio: P1
# checks: map, filter, sort keys, max and reduce with functions that fail, stop, nest, capture and look at the stack
import sys
import traceback
from functools import reduce


def half(n):
    if n == 3:
        raise StopIteration('three')
    return n // 2


print(list(map(half, range(6))), sum(map(half, [1, 5, 3, 9])), tuple(filter(half, [1, 2, 5, 3, 7])))
for wrong in (lambda: sorted([1, 3], key=half), lambda: max([2, 3], key=half), lambda: reduce(lambda a, b: a / b, [1, 0])):
    try:
        wrong()
    except (StopIteration, ZeroDivisionError) as error:
        print(type(error).__name__, error, [f.name for f in traceback.extract_tb(error.__traceback__)])


def names(_):
    frame, found = sys._getframe(), []
    while frame:
        found.append(frame.f_code.co_name)
        frame = frame.f_back
    return found[:3]


def outer():
    return list(map(names, [1])), sorted([2, 1], key=lambda n: (n, names(n)[1] == 'outer'))


print(outer())


class Loud:
    def __init__(self, n):
        self.n = n

    def __gt__(self, other):
        print(self.n, '>', other.n, names(0)[1:])
        return self.n > other.n

    def __add__(self, other):
        return Loud(self.n + other.n * 10)

    __radd__ = lambda self, other: self


print(max(map(Loud, [1, 3, 2])).n, sum(map(Loud, [1, 2])).n, max([1, 2], key=Loud))
k = 10
print(list(map(lambda a, b: a * b + k, [1, 2, 3], (4, 5))), list(map(lambda *a: a, 'ab', 'cd', 'ef')))
print(list(map(lambda n: list(map(lambda m: m + n, range(n))), range(4))), any(map(lambda n: n > 2, range(5))))
m = map(lambda n: next(m, None) if n == 1 else n, range(5))
print(list(m), list(filter(None, [0, 1, '', 'a'])), set(map(lambda c: c.lower(), 'aAbB')) == {'a', 'b'})
print(min(filter(lambda n: n % 3 == 0, range(1, 20))), all(map(str.isalpha, ['a', 'b1'])), list(map(abs, [-1, 2])))


def deep(n):
    return max(map(deep, [n - 1]), default=0) + 1 if n else 0


print(deep(50))
try:
    deep(10**6)
except RecursionError as error:
    print(type(error).__name__)
