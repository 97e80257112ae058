# area: datetime
# prio: P1
# checks: date: constructor, attributes, repr, str, order, hash, arithmetic, replace, min and max
from datetime import MAXYEAR, MINYEAR, date, timedelta

d = date(2024, 2, 29)
print(repr(d), str(d), d, f'{d}', f'{d:%d/%m/%y}')
print(d.year, d.month, d.day, MINYEAR, MAXYEAR)
print(date.min, date.max, date.resolution)
print(d.weekday(), d.isoweekday(), d.toordinal(), d.ctime())
print(date.fromordinal(1), date.fromordinal(738945), date.fromordinal(3652059))
print(d.timetuple())
print(tuple(d.timetuple()))
print(d.replace(day=1), d.replace(year=2028), d.replace(2023, 3), d.replace() == d)
print(d + timedelta(days=1), d - timedelta(days=60), timedelta(366) + d, d + timedelta(hours=47), d - timedelta(hours=1))
print(d - date(2024, 1, 1), date(2024, 1, 1) - d, repr(d - d))
print(date.max - date.min)

e = date(2024, 3, 1)
print(d < e, d <= e, d > e, d >= e, d == e, d != e, d == date(2024, 2, 29), d == '2024-02-29')
print(hash(d) == hash(date(2024, 2, 29)), len({d, date(2024, 2, 29), e}), {d: 'leap'}[date(2024, 2, 29)])
print(sorted([e, d, date(2023, 12, 31)]), max(d, e), bool(date.min))
print(date(True, True, True), date(day=3, month=2, year=1))
print([str(date(2023, 12, 30) + timedelta(n)) for n in range(4)])

days = date(2023, 1, 1)
months = {}
while days.year == 2023:
    months[days.month] = months.get(days.month, 0) + 1
    days += timedelta(days=1)
print(months)
print(date, date.__name__, date.__module__, date.__qualname__, type(d) is date)
print(date.fromtimestamp(1e9).year, date.fromtimestamp(-1e9).year)
print(isinstance(date.today(), date), date.today() - date.today() <= timedelta(0))
