# area: datetime
# prio: P1
# checks: what wrong arguments, wrong operands and results out of range raise
from datetime import date, datetime, time, timedelta, timezone

d, m, t, td = date(2024, 2, 29), datetime(2024, 2, 29, 1), time(1), timedelta(1)


def fails(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e, sep=': ')


fails(lambda: date())
fails(lambda: date(2024))
fails(lambda: date(2024, 1))
fails(lambda: date(0, 1, 1))
fails(lambda: date(10000, 1, 1))
fails(lambda: date(2024, 0, 1))
fails(lambda: date(2024, 13, 1))
fails(lambda: date(2023, 2, 29))
fails(lambda: date(2024, 1, 0))
fails(lambda: date('2024', 1, 1))
fails(lambda: date(2024, 1.0, 1))
fails(lambda: date(2024, None, 1))
fails(lambda: date(2 ** 40, 1, 1))
fails(lambda: date(2 ** 70, 1, 1))
fails(lambda: datetime(2024, 1))
fails(lambda: datetime(2024, 4, 31))
fails(lambda: datetime(2024, 1, 1, 24))
fails(lambda: datetime(2024, 1, 1, 0, 60))
fails(lambda: datetime(2024, 1, 1, 0, 0, 60))
fails(lambda: datetime(2024, 1, 1, microsecond=-1))
fails(lambda: datetime(2024, 1, 1, fold=2))
fails(lambda: datetime(2024, 1, 1, tzinfo='UTC'))
fails(lambda: datetime(2024, 1, 1, '5'))
for f in (lambda: d + 1, lambda: 1 + d, lambda: d - 1, lambda: 1 - d, lambda: d + d, lambda: m + m, lambda: td - m,
          lambda: d - m, lambda: m - d, lambda: d < 1, lambda: m < 1, lambda: d < m, lambda: m >= d, lambda: d > td,
          lambda: d == m, lambda: m == d, lambda: d * 2, lambda: t + td, lambda: -d, lambda: len(d), lambda: int(td)):
    fails(f)
for f in (lambda: date.max + td, lambda: date.min - td, lambda: datetime.max + timedelta.resolution, lambda: datetime.min - td,
          lambda: d + timedelta.max, lambda: date.fromordinal(0), lambda: date.fromordinal(3652060), lambda: date.fromordinal('1'),
          lambda: d.replace(month=2, year=2023), lambda: m.replace(hour=24), lambda: m.replace(fold=2)):
    fails(f)
for f in (lambda: datetime.utcfromtimestamp(1e20), lambda: datetime.utcfromtimestamp(float('nan')),
          lambda: datetime.fromtimestamp(1e12, timezone.utc), lambda: datetime.utcfromtimestamp(-1e12),
          lambda: datetime.utcfromtimestamp('0'), lambda: date.fromtimestamp(None), lambda: datetime.fromtimestamp(0, 0)):
    fails(f)
for f in (lambda: datetime.combine(t, d), lambda: datetime.combine(d, None), lambda: m.isoformat(5), lambda: m.isoformat('ab'),
          lambda: m.isoformat(timespec='x'), lambda: m.isoformat('T', None), lambda: setattr(d, 'year', 1),
          lambda: setattr(m, 'hour', 1), lambda: setattr(m, 'week', 1), lambda: d.hour, lambda: delattr(d, 'day')):
    fails(f)
