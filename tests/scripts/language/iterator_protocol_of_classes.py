# area: language
# prio: P0
# checks: __iter__ and __next__, iteration ends at StopIteration, iterables may be walked again
class Countdown:
    def __init__(self, n):
        self.n = n

    def __iter__(self):
        return CountIter(self.n)


class CountIter:
    def __init__(self, n):
        self.n = n

    def __iter__(self):
        return self

    def __next__(self):
        if self.n == 0:
            raise StopIteration
        self.n -= 1
        return self.n + 1


c = Countdown(3)
print(list(c), list(c), sum(c), max(c), 2 in c, dict.fromkeys(c))
a, b, d = c
print(a, b, d, [*c, *c])
it = iter(c)
next(it)
print(list(it), next(it, "end"))
print([(x, y) for x in c for y in Countdown(x) if y == 1])
