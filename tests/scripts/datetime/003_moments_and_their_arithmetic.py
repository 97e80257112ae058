# area: datetime
# prio: P1
# checks: datetime: constructor, parts, repr and str, arithmetic, order, replace, combine, min and max
from datetime import date, datetime, time, timedelta

a = datetime(2024, 1, 31, 23, 59, 58)
print(repr(a), a, f'{a}', f'{a:%H:%M}', datetime(1, 2, 3), repr(datetime(1, 2, 3, 4, 5, 6, 7)))
print(repr(datetime(2020, 1, 1, 0, 0, 0, 5)), repr(datetime(2020, 1, 1, 0, 0, 5)), repr(datetime(2020, 1, 1, fold=1)))
print(a.year, a.month, a.day, a.hour, a.minute, a.second, a.microsecond, a.tzinfo, a.fold)
print(repr(a.date()), repr(a.time()), repr(a.timetz()), a.utcoffset(), a.dst(), a.tzname())
print(datetime.min, datetime.max, datetime.resolution)
print(a + timedelta(seconds=2), a - timedelta(days=31), timedelta(microseconds=1) + a, a + timedelta(-1, 5))
print(a - datetime(2024, 1, 1), datetime(2024, 1, 1) - a, datetime.max - datetime.min)
b = datetime(2024, 2, 1)
print(a < b, a <= b, a > b, a >= b, a == b, a != b, a == datetime(2024, 1, 31, 23, 59, 58), a == a.date())
print(b - a, (b - a).total_seconds(), hash(a) == hash(a.replace()), len({a, b, a.replace(fold=1)}))
print(a.replace(month=3, day=1), a.replace(microsecond=5), a.replace(2000, 2, 29, 1, 2, 3, 4), repr(a.replace(fold=1)))
print(datetime.combine(date(2000, 1, 2), time(3, 4, 5, 6, fold=1)).__repr__())
print(datetime.combine(b, time.max), datetime.combine(b, time(1)), isinstance(b, date), issubclass(datetime, date))
print(a.isoformat(), b.isoformat(), b.isoformat(' '), datetime(1, 2, 3, 4, 5, 6, 7).isoformat('_'))
print([datetime(9, 8, 7, 6, 5, 4, 3210).isoformat(timespec=s) for s in
       ('auto', 'hours', 'minutes', 'seconds', 'milliseconds', 'microseconds')])
print(a.ctime(), a.weekday(), a.isoweekday(), a.toordinal(), datetime.fromordinal(738945))
print(tuple(a.timetuple()), tuple(a.utctimetuple()))
print([str(datetime(2023, 12, 31, 22) + timedelta(hours=n)) for n in range(4)])
print(sorted([b, a, datetime.min])[0], max(a, b), min(a, b))
print(datetime.min + timedelta(microseconds=1), datetime.max - timedelta(days=1))
print(datetime(True, 1, 1, hour=True), datetime(2020, 5, 17, second=9, tzinfo=None))


class Stamp(datetime):
    def shown(self):
        return f'<{self:%Y}>'


s = Stamp(2020, 1, 2, 3)
print(repr(s), s.shown(), repr(s + timedelta(1)), repr(s.replace(year=1)), repr(s.date()), s == datetime(2020, 1, 2, 3))
print(repr(Stamp.fromisoformat('2020-01-02')), repr(Stamp.strptime('5', '%d')), repr(Stamp.combine(b, time(1))))
print(type(s - s), repr(Stamp.fromordinal(5)), Stamp.min)
print(datetime, datetime.__mro__, datetime.__module__)
