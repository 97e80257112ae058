# area: generators
# prio: P0
# checks: yield from strings, ranges, other generators; send to a plain iterator fails
def flat(x):
    if isinstance(x, list):
        for y in x:
            yield from flat(y)
    else:
        yield x


print(list(flat([1, [2, [3, [4]], []], 5])))


def g():
    yield from "ab"
    yield from range(2)
    yield from {}
    return (yield from (i * i for i in range(2)))


print(list(g()))
it = g()
next(it)
try:
    it.send(5)
except AttributeError as e:
    print(e)


def bad():
    yield from 5


try:
    list(bad())
except TypeError as e:
    print(e)
