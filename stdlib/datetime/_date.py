"""The class date, and the type of what `isocalendar` gives."""

from operator import index
from time import struct_time

from ._calendar import (
    ABSENT, DAYS, LAST_DAY, MONTHS, check_date, date_of, day_of_year, expect_str, fits, iso_week, locked, missing,
    of_iso_week, ordinal, shown)
from ._clock import seconds_of
from ._delta import DAY, length, timedelta

_new = object.__new__


class date:
    """A day of the Gregorian calendar."""

    __module__ = 'datetime'
    __slots__ = ('_year', '_month', '_day')

    def __new__(cls, year=ABSENT, month=ABSENT, day=ABSENT):
        try:
            # The sum is a plain int, also of a bool or of a member of an enumeration.
            year, month, day = index(year) + 0, index(month) + 0, index(day) + 0
        except TypeError:
            if month is ABSENT and is_state(year, 4):
                return _restored(cls, year)
            raise missing(year, month, day) from None
        if not (1 <= year <= 9999 and 1 <= month <= 12 and 1 <= day <= 28):
            check_date(year, month, day)
        self = _new(cls)
        self._year = year
        self._month = month
        self._day = day
        return self

    year = property(lambda self: self._year, *locked('year', 'date'))
    month = property(lambda self: self._month, *locked('month', 'date'))
    day = property(lambda self: self._day, *locked('day', 'date'))

    # Other ways to make one

    @classmethod
    def fromtimestamp(cls, timestamp, /):
        """The local date of so many seconds since 1970."""
        return cls(*date_of(seconds_of(timestamp)[0] // 86400 + 719163))

    @classmethod
    def today(cls):
        """The present local date, or moment."""
        from time import time
        return cls.fromtimestamp(time())

    @classmethod
    def fromordinal(cls, ordinal, /):
        """The date of a day's number."""
        number = index(ordinal)
        if not 1 <= number <= LAST_DAY:
            fits(number)
            if number < 1:
                raise ValueError('ordinal must be >= 1')
        return cls(*date_of(number))

    @classmethod
    def fromisoformat(cls, date_string, /):
        """A date as ISO 8601 writes it."""
        if not isinstance(date_string, str):
            raise TypeError('fromisoformat: argument must be str')
        from ._iso import read_date
        parts = read_date(date_string) if len(date_string) in (7, 8, 10) else None
        if parts is None:
            raise ValueError(f'Invalid isoformat string: {date_string!r}')
        return cls(*parts)

    @classmethod
    def fromisocalendar(cls, year, week, day):
        """The date of a day of an ISO week."""
        parts = index(year), index(week), index(day)
        for part in parts:
            if not -2147483648 <= part <= 2147483647:
                raise ValueError('ISO calendar component out of range')
        found = of_iso_week(*parts)
        if isinstance(found, str):
            raise ValueError(found)
        return cls(*found)

    # Conversions

    def toordinal(self):
        """The number of the day."""
        return ordinal(self._year, self._month, self._day)

    def weekday(self):
        """Monday is 0."""
        return (ordinal(self._year, self._month, self._day) + 6) % 7

    def isoweekday(self):
        """Monday is 1."""
        return (ordinal(self._year, self._month, self._day) + 6) % 7 + 1

    def isocalendar(self):
        """The year, the week and the weekday of ISO 8601."""
        return IsoCalendarDate(*iso_week(self._year, ordinal(self._year, self._month, self._day)))

    def timetuple(self):
        """The struct_time, as `time.localtime` gives it."""
        return fields(self, 0, 0, 0, -1)

    def replace(self, year=ABSENT, month=ABSENT, day=ABSENT):
        """The same with other parts."""
        return type(self)(self._year if year is ABSENT else year, self._month if month is ABSENT else month,
                              self._day if day is ABSENT else day)

    # Text

    def __repr__(self):
        return f'{shown(type(self))}({self._year}, {self._month}, {self._day})'

    def isoformat(self):
        """YYYY-MM-DD."""
        return f'{self._year:04d}-{self._month:02d}-{self._day:02d}'

    def __str__(self):
        return self.isoformat()

    def ctime(self):
        """As `time.ctime` writes it."""
        return f'{DAYS[self.weekday()]} {MONTHS[self._month]} {self._day:2d} 00:00:00 {self._year:04d}'

    def strftime(self, format):
        """In the words of a format."""
        expect_str(format, 'strftime() argument 1')
        from ._format import formatted
        return formatted(self, format, self.timetuple())

    def __format__(self, spec, /):
        expect_str(spec, '__format__() argument 1')
        return self.strftime(spec) if spec else str(self)

    # Arithmetic

    def __add__(self, other):
        if isinstance(other, timedelta):
            return _moved(self, other._total // DAY)
        return NotImplemented

    __radd__ = __add__

    def __sub__(self, other):
        if isinstance(other, timedelta):
            return _moved(self, -(other._total // DAY))
        if isinstance(other, date) and not hasattr(other, '_fold'):
            return length((date.toordinal(self) - date.toordinal(other)) * DAY)
        return NotImplemented

    def __rsub__(self, other):
        return NotImplemented

    # Order

    def __eq__(self, other):
        if isinstance(other, date):
            return self._day == other._day and self._month == other._month and self._year == other._year
        return NotImplemented

    def __lt__(self, other):
        if isinstance(other, date):
            return (self._year, self._month, self._day) < (other._year, other._month, other._day)
        return NotImplemented

    def __le__(self, other):
        if isinstance(other, date):
            return (self._year, self._month, self._day) <= (other._year, other._month, other._day)
        return NotImplemented

    def __gt__(self, other):
        if isinstance(other, date):
            return (self._year, self._month, self._day) > (other._year, other._month, other._day)
        return NotImplemented

    def __ge__(self, other):
        if isinstance(other, date):
            return (self._year, self._month, self._day) >= (other._year, other._month, other._day)
        return NotImplemented

    def __hash__(self):
        return hash((self._year, self._month, self._day))

    def __reduce__(self):
        return type(self), (bytes([*divmod(self._year, 256), self._month, self._day]),)


class IsoCalendarDate(tuple):
    """A year of ISO weeks, a week and a weekday."""

    __module__ = 'datetime'
    __slots__ = ()

    def __new__(cls, year, week, weekday):
        return tuple.__new__(cls, (year, week, weekday))

    year = property(lambda self: self[0])
    week = property(lambda self: self[1])
    weekday = property(lambda self: self[2])

    def __repr__(self):
        return f'datetime.IsoCalendarDate(year={self[0]}, week={self[1]}, weekday={self[2]})'

    def __reduce__(self):
        return tuple, (tuple(self),)


def _moved(self, days):
    """A date so many days later."""
    year, month, day = self._year, self._month, self._day + days
    if not 1 <= day <= 28:
        number = ordinal(year, month, day)
        if not 1 <= number <= LAST_DAY:
            raise OverflowError('date value out of range')
        year, month, day = date_of(number)
    if type(self) is not date:
        return type(self)(year, month, day)
    other = _new(date)
    other._year = year
    other._month = month
    other._day = day
    return other


def fields(self, hour, minute, second, summer):
    """The struct_time of a date and a time."""
    year, month, day = self._year, self._month, self._day
    return struct_time((year, month, day, hour, minute, second, (ordinal(year, month, day) + 6) % 7,
                        day_of_year(year, month, day), summer))


def is_state(value, size):
    """Whether this is what a pickle holds of a date, or of a date and a time."""
    return isinstance(value, bytes) and len(value) == size and 1 <= value[2] & 127 <= 12


def _restored(cls, state):
    self = _new(cls)
    self._year = state[0] * 256 + state[1]
    self._month = state[2]
    self._day = state[3]
    return self


date.min = date(1, 1, 1)
date.max = date(9999, 12, 31)
date.resolution = length(DAY)
