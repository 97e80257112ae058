# area: datetime
# prio: P1
# checks: timedelta: normalising, rounding of floats, arithmetic, comparison, text
from datetime import timedelta as td

print(repr(td()), repr(td(1)), repr(td(0, 1)), repr(td(0, 0, 1)), repr(td(1, 2, 3)), repr(td(-1)))
print(td(), td(1), td(-1), td(2, 3, 4), td(hours=30, minutes=5), td(microseconds=-1), td(100, 0, 5000))
print(repr(td(weeks=1, days=1, hours=1, minutes=1, seconds=1, milliseconds=1, microseconds=1)))
t = td(microseconds=-1)
print(t.days, t.seconds, t.microseconds, t.total_seconds(), td(days=0.5).total_seconds())
print(td.min, td.max, td.resolution, repr(td.max))
print([repr(td(microseconds=n / 2)) for n in (1, 3, 5, -1, -3, -5)])
print(repr(td(seconds=0.0000015)), repr(td(days=1.1)), repr(td(hours=-0.3)), repr(td(weeks=1.5, days=-0.1)))
print(repr(td(0.5, 0.25, 0.5, 0.75, 0.125, 0.0625, 2.5)), repr(td(seconds=True)))

a, b = td(hours=5, seconds=7), td(minutes=40)
print(a + b, a - b, -a, +a, abs(-a), a * 2, 3 * b, a * 0.5, 1.5 * b)
print(a / b, a // b, a % b, divmod(a, b), divmod(-a, b))
print(a / 2, a / 3, a // 3, a / 1.5, -a // 7, -a / 7)
print(repr(td(microseconds=1) / 2), repr(td(microseconds=3) / 2), repr(td(microseconds=5) * 0.5))
print(a < b, a <= b, a > b, a >= b, a == b, a != b, a == 5, a != 'x')
print(td(days=1) == td(hours=24), hash(td(days=1)) == hash(td(hours=24)), {td(1): 1}[td(hours=24)])
print(bool(td()), bool(td(0, 0, 1)), sum([a, b], td()), max(a, b), sorted([a, b, -a]))
print(hash(td(5, 6, 7)), hash(td(-1)))


def fails(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e, sep=': ')


fails(lambda: td(10 ** 9))
fails(lambda: td(days=-10 ** 9))
fails(lambda: td(days=1e10))
fails(lambda: td.max + td.resolution)
fails(lambda: -td.max)
fails(lambda: td.min * 2)
fails(lambda: td('1'))
fails(lambda: td(hours=None))
fails(lambda: td(float('nan')))
fails(lambda: td(hours=float('inf')))
fails(lambda: a / 0)
fails(lambda: a / 0.0)
fails(lambda: a // td())
fails(lambda: a / td())
fails(lambda: a % td())
fails(lambda: a + 1)
fails(lambda: a * 'x')
fails(lambda: a // 1.5)
fails(lambda: 1 / a)
fails(lambda: a < 1)
fails(lambda: a * float('inf'))
fails(lambda: setattr(a, 'days', 1))
fails(lambda: setattr(a, 'hours', 1))
