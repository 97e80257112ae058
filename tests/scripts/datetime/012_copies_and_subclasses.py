# area: datetime
# prio: P2
# checks: __reduce__, copy, deepcopy; constructors of subclasses; date as a key, in json and in dataclasses
import copy
import json
from dataclasses import asdict, dataclass, field
from datetime import UTC, date, datetime, time, timedelta, timezone

zone = timezone(timedelta(hours=2), 'EET')
values = [date(2024, 2, 29), time(1, 2, 3, 4), datetime(2024, 2, 29, 1, 2, 3, 4), timedelta(1, 2, 3), UTC, zone,
          datetime(2024, 2, 29, tzinfo=zone), time(5, tzinfo=UTC), datetime(1, 1, 1, fold=1)]
for value in values:
    print(value.__reduce__(), copy.copy(value) == value, copy.deepcopy(value) == value, type(copy.copy(value)) is type(value))
for value in values:
    made = value.__reduce_ex__(4)
    print(made[0](*made[1]) == value, repr(made[0](*made[1])) == repr(value))
print(copy.deepcopy(values) == values)


class Year(date):
    def __new__(cls, year, month=1, day=1):
        return super().__new__(cls, year, month, day)

    def __init__(self, *args):
        self.made = len(args)


y = Year(2024)
print(repr(y), y.made, repr(y + timedelta(31)), (y + timedelta(31)).made, repr(y.replace(year=5)), y == date(2024, 1, 1))
print(repr(Year.fromordinal(366)), repr(Year.fromisoformat('2024-05-06')), hash(y) == hash(date(2024, 1, 1)), vars(y))
print(y < Year(2025), y < date(2025, 1, 1), date(2023, 1, 1) < y, y - Year(2023), repr(Year.fromisocalendar(2024, 2, 3)))


class Span(timedelta):
    @property
    def hours(self):
        return self / timedelta(hours=1)


s = Span(hours=36)
print(repr(s), s.hours, repr(s + s), repr(s * 2), repr(abs(s)), s == timedelta(1.5), Span.max)


@dataclass(order=True)
class Event:
    when: datetime
    name: str = field(compare=False)
    length: timedelta = timedelta(hours=1)


one, two = Event(datetime(2024, 1, 2), 'b'), Event(datetime(2024, 1, 1), 'a', timedelta(minutes=5))
print(sorted([one, two])[0], asdict(one))
print(json.dumps({'when': one.when, 'length': one.length}, default=str), {one.when.date(): 1}[date(2024, 1, 2)])
try:
    json.dumps(one.when)
except TypeError as e:
    print(e)
match one.when:
    case datetime(year=2024, month=month):
        print('month', month)
