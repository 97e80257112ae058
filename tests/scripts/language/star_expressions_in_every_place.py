# area: language
# prio: P1
# checks: stars spread iterables in displays, calls, returns, subscripts and loops

def give(*args, **kwargs):
    return args, kwargs


def pair():
    first = [1, 2]
    return *first, *"ab"


def stream():
    got = yield 0, *[1, 2]
    print("got", got)


print(pair(), [*range(3), *pair()], {*[1, 2], *(2, 3)}, (*[],))
print({**{"a": 1}, "b": 2, **{"a": 3}}, {"z": 0, **dict(y=1)})
print(give(*"xy", 3, *[4], k=1, **{"m": 2}, **{"n": 3}))
for item in *[1, 2], 3:
    print(item, end=" ")
print()
a, *b, c = *range(3), *"xyz"
print(a, b, c)
*a, = "only"
print(a)
g = stream()
print(next(g))
try:
    g.send("value")
except StopIteration:
    print("stop")


class Show:
    def __getitem__(self, key):
        return key


s = Show()
print(s[*[1, 2], 3], s[(*"ab",)], s[*()], s[1:2, *[5]])
x = *[1], *[2]
print(x, type(x).__name__)
for bad in [lambda: [*1], lambda: {**[1]}, lambda: give(*None), lambda: give(**{1: 2}), lambda: give(k=1, **{"k": 2})]:
    try:
        bad()
    except TypeError as error:
        print(error)
