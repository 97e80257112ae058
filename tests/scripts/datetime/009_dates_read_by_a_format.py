# area: datetime
# prio: P1
# checks: datetime.strptime and time.strptime: directives, defaults, weeks, zones, errors
import time
from datetime import date, datetime

for text, form in [
        ('2024-02-29 12:34:56', '%Y-%m-%d %H:%M:%S'), ('29/2/24', '%d/%m/%y'), ('1/1/69', '%d/%m/%y'), ('Feb 3 2021', '%b %d %Y'),
        ('MONDAY 05 february 2024', '%A %d %B %Y'), ('3:05 pm', '%I:%M %p'), ('12 AM', '%I %p'), ('12 pm', '%I %p'), ('12', '%I'),
        ('12:00:00.5', '%H:%M:%S.%f'), ('0.123456', '%S.%f'), ('60 2024', '%j %Y'), ('2024 09 4', '%G %V %u'),
        ('2024 5 1', '%Y %W %w'), ('2024 5 Mon', '%Y %U %a'), ('2024 0 1', '%Y %U %w'), ('20240229', '%Y%m%d'), ('111', '%d%m'),
        ('Mon Feb  5 01:02:03 2024', '%c'), ('02/05/24 01:02:03', '%x %X'), ('  7 \t', ' %d '), ('100%', '%H0%%'), ('x.y5', 'X.Y%d'),
        ('', ''), ('1200+0100', '%H%M%z'), ('12 -05:30', '%H %z'), ('12Z', '%H%z'), ('12 +010203.5', '%H %z'),
        ('12 UTC', '%H %Z'), ('12 GMT +0200', '%H %Z %z'), ('23:59:59', '%H:%M:%S'), ('5', '%d'), ('2024-6-7', '%Y-%m-%d')]:
    print(repr(text), repr(form), repr(datetime.strptime(text, form)))
print(time.strptime('2024-02-29', '%Y-%m-%d'))
print(tuple(time.strptime('Mon Feb  5 01:02:03 2024')), tuple(time.strptime('61', '%S')), tuple(time.strptime('12 utc', '%H %Z')))
print(date(2024, 2, 29) == datetime.strptime('2024 60', '%Y %j').date())


def fails(f, *args):
    try:
        print(repr(f(*args)))
    except Exception as e:
        print(type(e).__name__, e, sep=': ')


fails(datetime.strptime, '2024-13-01', '%Y-%m-%d')
fails(datetime.strptime, '2024-02-30', '%Y-%m-%d')
fails(datetime.strptime, '2024-02-29x', '%Y-%m-%d')
fails(datetime.strptime, '2024-02-29', '%Y-%m-%d %H')
fails(datetime.strptime, '29 2 1900', '%d %m %Y')
fails(datetime.strptime, '2024', '%y')
fails(datetime.strptime, '24', '%Y')
fails(datetime.strptime, '0000', '%Y')
fails(datetime.strptime, '61', '%S')
fails(datetime.strptime, '62', '%S')
fails(datetime.strptime, '0', '%d')
fails(datetime.strptime, 'Foo', '%a')
fails(datetime.strptime, 'x', '%Q')
fails(datetime.strptime, 'x', '%')
fails(datetime.strptime, 'x', 'x%')
fails(datetime.strptime, '2024 1', '%G %V')
fails(datetime.strptime, '1 1', '%V %u')
fails(datetime.strptime, '1', '%V')
fails(datetime.strptime, '2024 1 1 1', '%G %V %u %j')
fails(datetime.strptime, '12 +01:0203', '%H %z')
fails(datetime.strptime, '12 +01', '%H %z')
fails(datetime.strptime, '12 XYZ', '%H %Z')
fails(datetime.strptime, 5, '%d')
fails(datetime.strptime, '5', b'%d')
fails(time.strptime, 5, '%d')
fails(time.strptime, '5', 5)
fails(time.strptime, '5', '%H:%M')
