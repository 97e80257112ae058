# area: datetime
# prio: P1
# checks: strftime of date, time, datetime and of the module time; __format__
import time
from datetime import date, datetime, timedelta, timezone

a = datetime(2024, 2, 5, 14, 3, 9, 4567)
z = a.replace(tzinfo=timezone(timedelta(hours=-3, minutes=-30)))
for code in 'aAbBcCdDeFgGhHIjklmMnpPrRStTuUVwWxXyY%':
    print(code, repr(a.strftime(f'%{code}')), repr(datetime(1999, 1, 3).strftime(f'<%{code}>')))
print(a.strftime('%f|%z|%Z|'), z.strftime('%f|%z|%Z|%%z|%%%z'))
print(z.replace(tzinfo=timezone(timedelta(seconds=3661))).strftime('%z %Z'))
print(z.replace(tzinfo=timezone(timedelta(0), '100%Y')).strftime('%Z'))
print(a.strftime(''), a.strftime('no directive'), a.strftime('%'), a.strftime('x%'), a.strftime('%Y%'), a.strftime('é %d ü'))
print([a.strftime(f) for f in ('%-d', '%-m', '%-H', '%-I', '%-j', '%_d', '%_H', '%_5d', '%05d', '%5a', '%^a', '%^B', '%#p', '%10Y')])
print([a.strftime(f) for f in ('%Ey', '%EY', '%Od', '%OH', '%Q', '%i', '%-', '%5', '%E', '%Ed', '%Ec', '%4S', '%-y', '%^c')])
print([datetime(5, 1, 1).strftime(f) for f in ('%Y', '%y', '%C', '%F', '%G', '%c', '%4Y', '%g')])
print([datetime(2021, 1, d).strftime('%a %U %W %V %G') for d in (1, 3, 4, 10)])
print(date(2024, 12, 30).strftime('%d.%m.%Y %H:%M %j %V/%G'), format(date(2024, 1, 2), '%b %-d'), f'{a:%Y-%m-%dT%H:%M}')
print(f'{a}', f'{a!s:>30}|', f'{a.date()}', f'{a.time():%H.%M}', format(a, ''), '{:%d %B}'.format(a))
print('{0:%Y}-{0:%m} {1}'.format(a, 'x'), '%s' % a)
print(time.strftime('%Y-%m-%d %H:%M:%S', time.gmtime(86399)), time.strftime('%A %-d', (2024, 2, 5, 0, 0, 0, 0, 36, 0)))


def fails(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e, sep=': ')


fails(lambda: a.strftime(5))
fails(lambda: a.date().strftime(None))
fails(lambda: a.__format__(5))
fails(lambda: time.strftime('%Y', (2024,)))
fails(lambda: time.strftime('%Y', (2024, 13, 1, 0, 0, 0, 0, 1, 0)))
fails(lambda: time.strftime('%a', (2024, 1, 1, 0, 0, 0, -1, 1, 0)))
fails(lambda: time.strftime('%Y', (2 ** 31, 1, 1, 0, 0, 0, 0, 1, 0)))
fails(lambda: len(a.strftime('%1000d')))


class Loud(datetime):
    def strftime(self, form):
        return 'LOUD ' + super().strftime(form)

    def __str__(self):
        return 'loud'


print(f'{Loud(2020, 1, 1):%Y}', f'{Loud(2020, 1, 1)}', '{}'.format(Loud(2020, 1, 1)))
