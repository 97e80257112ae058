# area: types
# prio: P1
# checks: in, iter, reversed and bool fall back to other methods

class Old:
    def __getitem__(self, n):
        if n >= 3:
            raise IndexError(n)
        return n * 10

    def __len__(self):
        return 3


class Empty:
    def __len__(self):
        return 0


class Only:
    def __iter__(self):
        yield from "xyz"


class Closed:
    __iter__ = None
    __contains__ = None

    def __getitem__(self, n):
        return n


o = Old()
print(list(o), 20 in o, 25 in o, list(reversed(o)), bool(o), bool(Empty()), "y" in Only(), max(o), sum(o), [*o], dict(enumerate(o)))
a, b, c = o
print(a, b, c, sorted(o, reverse=True), bool(Only()), list(zip(o, Only())), o.__len__())
for bad in [lambda: iter(Closed()), lambda: 1 in Closed(), lambda: reversed(Only()), lambda: len(Only()), lambda: 1 in object(), lambda: Only()[0]]:
    try:
        bad()
    except TypeError as error:
        print(error)
