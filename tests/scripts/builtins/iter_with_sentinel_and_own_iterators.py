# area: builtins
# prio: P1
# checks: iter(callable, sentinel), next with default and iterators that end

import io


class Count:
    def __init__(self, n):
        self.n = n

    def __iter__(self):
        return self

    def __next__(self):
        if self.n <= 0:
            raise StopIteration("done")
        self.n -= 1
        return self.n


c = Count(3)
print(next(c), list(c), next(c, "default"), list(c), sum(Count(4)), max(Count(5)), 2 in Count(4), [*Count(2)], dict(zip("ab", Count(9))))
values = iter([1, 2, 0, 3])
print(list(iter(lambda: next(values), 0)), list(values), list(iter(io.StringIO("abcdef").read, "")), list(iter(iter("xyz").__next__, "z")))
chunks = io.StringIO("abcdefg")
print(list(iter(lambda: chunks.read(3), "")), next(iter([]), None), type(iter(int, 1)).__name__, iter(c) is c)
it = iter("abc")
for a in it:
    print(a, next(it, "-"), end=" ")
print()
try:
    next(Count(0))
except StopIteration as stop:
    print(stop.value)
for bad in [lambda: iter(5), lambda: next([]), lambda: next(5), lambda: iter(5, 1), lambda: next(), lambda: next(iter([]), 1, 2)]:
    try:
        bad()
    except TypeError as error:
        print(error)
