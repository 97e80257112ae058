# area: datetime
# prio: P1
# checks: isocalendar and its named tuple, fromisocalendar, weekdays over the turn of years
from datetime import date, datetime, timedelta

c = date(2024, 12, 30).isocalendar()
print(c, repr(c), c.year, c.week, c.weekday, tuple(c), c[0], c[-1], len(c))
print(c == (2025, 1, 1), hash(c) == hash((2025, 1, 1)), isinstance(c, tuple), type(c), type(c).__name__)
year, week, day = c
print(year, week, day, c < (2025, 2, 1), c + (1,), c[1:])
print(c.__reduce__())
for y in range(2015, 2027):
    first, last = date(y, 1, 1), date(y, 12, 31)
    print(y, tuple(first.isocalendar()), tuple(last.isocalendar()), first.weekday(), date.fromisocalendar(y, 1, 1))
print(datetime(2024, 5, 6, 7).isocalendar(), repr(datetime.fromisocalendar(2024, 19, 1)))
print(date.fromisocalendar(2020, 53, 7), date.fromisocalendar(year=2021, week=1, day=1), date.fromisocalendar(1, 1, 1))
print(date.max.isocalendar(), date.min.isocalendar())
day = date(1999, 12, 20)
same = True
for _ in range(1500):
    same = same and date.fromisocalendar(*day.isocalendar()) == day and day.isoweekday() == day.isocalendar().weekday
    same = same and date.fromordinal(day.toordinal()) == day and day.strftime('%G %V %u') == '%d %02d %d' % day.isocalendar()
    day += timedelta(days=1)
print(same, day)


def fails(f, *args):
    try:
        print(f(*args))
    except Exception as e:
        print(type(e).__name__, e, sep=': ')


fails(date.fromisocalendar, 2021, 53, 1)
fails(date.fromisocalendar, 2020, 0, 1)
fails(date.fromisocalendar, 2020, 54, 1)
fails(date.fromisocalendar, 2020, 1, 0)
fails(date.fromisocalendar, 2020, 1, 8)
fails(date.fromisocalendar, 0, 1, 1)
fails(date.fromisocalendar, 10000, 1, 1)
fails(date.fromisocalendar, 9999, 52, 7)
fails(date.fromisocalendar, 2 ** 40, 1, 1)
fails(date.fromisocalendar, '2020', 1, 1)
fails(date.fromisocalendar, 2020, 1.0, 1)
fails(lambda: c[3])
