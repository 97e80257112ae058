# area: datetime
# prio: P1
# checks: timezone: names, equality, aware arithmetic, astimezone, what is compared with what
from datetime import UTC, datetime, time, timedelta, timezone, tzinfo

print(repr(UTC), UTC, UTC is timezone.utc, timezone(timedelta(0)) is UTC, repr(timezone.min), timezone.max)
for offset in (timedelta(hours=5, minutes=30), timedelta(hours=-8), timedelta(seconds=3661), -timedelta(microseconds=1)):
    zone = timezone(offset)
    print(repr(zone), zone, zone.utcoffset(None), zone.tzname(None), zone.dst(None))
named = timezone(timedelta(hours=2), 'EET')
print(repr(named), str(named), named == timezone(timedelta(hours=2)), named != UTC, hash(named) == hash(timedelta(hours=2)))
print(repr(timezone(timedelta(0), 'Z')), isinstance(named, tzinfo), named == 2)

a = datetime(2024, 3, 10, 12, 0, tzinfo=named)
u = a.astimezone(UTC)
print(repr(u), u, u == a, u - a, hash(u) == hash(a), u < a, u <= a)
print(a.astimezone(timezone(-timedelta(hours=7))), a.astimezone(named) is a, a.isoformat(), a.timetz())
print(a.utcoffset(), a.dst(), a.tzname(), a.timestamp(), a.replace(tzinfo=None))
print(tuple(a.timetuple()), tuple(a.utctimetuple()))
print(a + timedelta(days=1), repr(a - timedelta(hours=13)))
b = datetime(2024, 3, 10, 11, 30, tzinfo=timezone(timedelta(hours=1)))
print(b - a, a < b, sorted([b, a, u])[0] is a, min(a, b).tzname(), a == b.replace(hour=11, minute=0))
print(datetime.fromtimestamp(0, UTC), datetime.fromtimestamp(1.5, named), datetime.utcfromtimestamp(1e9))
print(datetime.fromtimestamp(-0.000001, UTC), datetime.fromtimestamp(0.0000005, UTC), datetime.fromtimestamp(0.0000015, UTC))
print(datetime(1970, 1, 2, tzinfo=UTC).timestamp(), datetime(2000, 1, 1, 0, 0, 0, 123456, tzinfo=UTC).timestamp())
print(datetime.combine(a, time(1), UTC), datetime.combine(a, time(1, tzinfo=named)), datetime.now(UTC).tzinfo)
naive = datetime(2024, 3, 10, 12)
print(naive == a, naive != a, naive == a.replace(tzinfo=None))
print(named.fromutc(datetime(2024, 1, 1, tzinfo=named)))


def fails(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e, sep=': ')


fails(lambda: naive < a)
fails(lambda: naive - a)
fails(lambda: timezone(timedelta(1)))
fails(lambda: timezone(5))
fails(lambda: timezone(timedelta(0), 5))
fails(lambda: timezone(timedelta(0), None))
fails(lambda: timezone())
fails(lambda: UTC.utcoffset(1))
fails(lambda: UTC.fromutc(naive))
fails(lambda: UTC.fromutc(1))
fails(lambda: naive.replace(tzinfo='UTC'))
fails(lambda: naive.astimezone('UTC'))
fails(lambda: datetime.max.replace(tzinfo=timezone(-timedelta(hours=1))).astimezone(UTC))
fails(lambda: type('Mine', (timezone,), {}))
