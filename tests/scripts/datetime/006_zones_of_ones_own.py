# area: datetime
# prio: P2
# checks: tzinfo subclasses: summer time, fromutc, fold, wrong answers of their methods
from datetime import UTC, datetime, time, timedelta, timezone, tzinfo

HOUR = timedelta(hours=1)


class Middle(tzinfo):
    """Summer time from the last Sunday of March, 1 UTC, to the last Sunday of October."""

    def _change(self, year, month):
        last = datetime(year, month, 31, 1)
        return last - timedelta(days=(last.weekday() + 1) % 7)

    def dst(self, dt):
        if dt is None:
            return None
        start = self._change(dt.year, 3) + HOUR
        end = self._change(dt.year, 10) + HOUR
        wall = dt.replace(tzinfo=None, fold=0)
        if end <= wall < end + HOUR:
            return timedelta(0) if dt.fold else HOUR
        return HOUR if start <= wall < end else timedelta(0)

    def utcoffset(self, dt):
        return None if dt is None else HOUR + self.dst(dt)

    def tzname(self, dt):
        return None if dt is None else 'CEST' if self.dst(dt) else 'CET'

    def __repr__(self):
        return 'Middle()'


zone = Middle()
winter = datetime(2024, 1, 15, 12, tzinfo=zone)
summer = datetime(2024, 7, 15, 12, tzinfo=zone)
for moment in winter, summer:
    print(repr(moment), moment, moment.tzname(), moment.dst(), moment.timetuple().tm_isdst, moment.astimezone(UTC))
    print(moment.strftime('%z %Z'), moment.astimezone(UTC).astimezone(zone) == moment)
print(summer - winter, summer.astimezone(UTC) - winter.astimezone(UTC))
start = datetime(2024, 3, 31, 0, 30, tzinfo=UTC)
print([str(datetime.fromtimestamp(start.timestamp() + 3600 * n, zone)) for n in range(3)])
twice = datetime(2024, 10, 27, 2, 30, tzinfo=zone)
print(twice, twice.replace(fold=1), twice == twice.replace(fold=1), hash(twice) == hash(twice.replace(fold=1)))
print(twice.astimezone(UTC), twice.replace(fold=1).astimezone(UTC), twice == twice.astimezone(UTC))
print(time(1, tzinfo=zone).utcoffset(), time(1, tzinfo=zone).tzname(), time(1, tzinfo=zone))


def fails(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e, sep=': ')


def answering(value):
    return datetime(2020, 1, 1, tzinfo=type('Odd', (tzinfo,), dict.fromkeys(
        ('utcoffset', 'dst', 'tzname'), lambda self, dt: value))())


for value in (timedelta(1), -timedelta(hours=24), 5, 'x', timedelta(hours=2)):
    for method in ('utcoffset', 'dst', 'tzname', 'isoformat', 'timestamp'):
        fails(lambda: getattr(answering(value), method)())
fails(lambda: answering(None).utcoffset())
fails(lambda: answering(None) == datetime(2020, 1, 1))
fails(lambda: answering(None).tzinfo.fromutc(answering(None)))
for method in ('utcoffset', 'dst', 'tzname'):
    fails(lambda: getattr(datetime(2020, 1, 1, tzinfo=tzinfo()), method)())
