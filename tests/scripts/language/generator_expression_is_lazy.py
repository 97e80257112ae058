# area: language
# prio: P0
# checks: a generator expression evaluates its first iterable at once and the rest when asked
def source():
    print("source")
    return [1, 2]


def double(x):
    print("double", x)
    return x * 2


g = (double(x) for x in source())
print("made")
print(next(g))
print(list(g))
print(list(g))
try:
    (x for x in 5)
except TypeError as e:
    print(e)
