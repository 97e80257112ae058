# area: datetime
# prio: P1
# checks: time: constructor, text, order, zones, fold, replace
from datetime import datetime, time, timedelta, timezone

plus1 = timezone(timedelta(hours=1))
t = time(12, 34, 56, 789)
print(repr(t), t, repr(time()), time(1), repr(time(1, 2)), repr(time(1, 2, 3)), repr(time(0, 0, 0, 9)))
print(t.hour, t.minute, t.second, t.microsecond, t.tzinfo, t.fold)
print(time.min, time.max, time.resolution)
print([time(1, 2, 3, 4005).isoformat(s) for s in ('auto', 'hours', 'minutes', 'seconds', 'milliseconds', 'microseconds')])
print(repr(time(1, tzinfo=timezone.utc)), time(1, tzinfo=plus1), time(1, tzinfo=plus1, fold=1).__repr__())
print(t.replace(hour=1), t.replace(tzinfo=plus1), t.replace(microsecond=0), repr(t.replace(fold=1)))
print(t.utcoffset(), t.dst(), t.tzname(), time(tzinfo=plus1).utcoffset(), time(tzinfo=plus1).tzname())
print(t.strftime('%H-%M-%S %f %Y %j [%z%Z]'), time(5, tzinfo=plus1).strftime('%I %p %z %Z'), f'{t:%H%M}|{t}')

print(time(1) < time(2), time(1, 30) >= time(1, 31), time(1) == time(1, 0, 0), time(1) != 1, time(1) == 'x')
print(time(1, tzinfo=plus1) == time(0, tzinfo=timezone.utc), time(1, tzinfo=plus1) < time(1, tzinfo=timezone.utc))
print(time(1, tzinfo=plus1) == time(1), hash(time(1, tzinfo=plus1)) == hash(time(0, tzinfo=timezone.utc)))
print(time(1, fold=1) == time(1), hash(time(1, fold=1)) == hash(time(1)))
print(bool(time()), sorted([time(3), time(1), time(2)]), max(time(3), time(1)))


def fails(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e, sep=': ')


fails(lambda: time(24))
fails(lambda: time(-1))
fails(lambda: time(0, 60))
fails(lambda: time(0, 0, 60))
fails(lambda: time(0, 0, 0, 1000000))
fails(lambda: time(fold=2))
fails(lambda: time('1'))
fails(lambda: time(1.0))
fails(lambda: time(tzinfo=1))
fails(lambda: time(1) < time(1, tzinfo=plus1))
fails(lambda: time(1) < 1)
fails(lambda: time(1) + timedelta(1))
fails(lambda: time(1) - time(1))
fails(lambda: t.isoformat('weeks'))
fails(lambda: t.replace(hour=24))
fails(lambda: setattr(t, 'hour', 1))
fails(lambda: setattr(t, 'day', 1))
fails(lambda: t.strftime(5))


class Clock(time):
    pass


print(repr(Clock(1, 2)), repr(Clock(5).replace(minute=3)), repr(Clock.fromisoformat('10:11')), Clock(1) == time(1))
print(repr(datetime(2020, 1, 1, 5, tzinfo=plus1).timetz()), repr(datetime(2020, 1, 1, 5, fold=1).time()))
