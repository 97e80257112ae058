# area: language
# prio: P0
# checks: the words of wrong counts and of values that cannot be unpacked
def attempt(f):
    try:
        f()
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)


def too_many():
    a, b = iter([1, 2, 3])


def too_few():
    a, b, c = "xy"


def starred_few():
    a, *b, c = [1]


def not_iterable():
    a, b = 5


def none():
    (a,) = None


for f in (too_many, too_few, starred_few, not_iterable, none):
    attempt(f)
*a, b = 1, 2, 3
print(a, b)
[c, *d] = "xyz"
print(c, d)
