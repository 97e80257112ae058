# area: datetime
# prio: P1
# checks: fromisoformat of date, time and datetime: all forms, and what is refused
from datetime import date, datetime, time

for text in ('2024-02-29', '20240229', '2024-W09-4', '2024W094', '2024-W09', '2024W09', '2020-W53-7', '0001-01-01'):
    print(text, date.fromisoformat(text), datetime.fromisoformat(text))
for text in ('12', '12:34', '1234', '12:34:56', '123456', '12:34:56.7', '123456,789', '12:34:56.1234567', 'T12:34',
             '12Z', '12:34+01', '12:34-0130', '12:34:56+01:30:15', '12:34:56.5+01:30:15.25', '12:34+00:00', '00:00-00:00'):
    print(text, repr(time.fromisoformat(text)))
for text in ('2024-02-29T12:34:56', '2024-02-29 12:34', '20240229T123456Z', '2024-W09-4T12', '2024W094x1234',
             '2024-02-29_12:34:56.789+05:30', '2024-02-29T00:00:00.000001-23:59:59.999999', '2024-W09-1230',
             '2011-11-04T00:05:23-04:00', '2024-02-29\u260312:34', '2024-02-29T12:34:56.123Z'):
    print(ascii(text), repr(datetime.fromisoformat(text)))


def fails(kind, text):
    try:
        print(kind.__name__, repr(kind.fromisoformat(text)))
    except Exception as e:
        print(kind.__name__, type(e).__name__, e, sep=': ')


for text in ('', '2024', '2024-2-29', '2024-02-30', '2024-13-01', '0000-01-01', '2024-02-29T', '2024-060', '2024-W54',
             '2023-W53', '2024-W09-8', '2024-W09-0', '24-02-2024', '2024/02/29', ' 2024-02-29', '2024-02-2x',
             '２０２４-02-29', '2024-0229', '+024-02-29', None, 20240229, b'2024-02-29'):
    fails(date, text)
for text in ('', '1', '24', '12:60', '12:34:60', '12:3', '12:34:', '12.', '12:34:56.', '12:34:56.x', '1234:56', '12:34+24:00',
             '12:34+1', '12:34+', '12:34z', '12:34Z1', '12:34 +01', 'noon', 12):
    fails(time, text)
for text in ('', '2024-02', '2024-02-29T', '2024-02-29T25', '2024-02-29T12:34+25:00', '2024-02-30T12', '2024-02-29T12:34:56,', 5,
             '2024-02-29Tnoon', '2024-02-29T12:34:56+01:00:00:00:00', '2024-02-29 12:34:56 +0100'):
    fails(datetime, text)
for moment in (datetime(2024, 2, 29, 1, 2, 3, 4), datetime.max, datetime.min):
    print(datetime.fromisoformat(moment.isoformat()) == moment, datetime.fromisoformat(str(moment)) == moment)
