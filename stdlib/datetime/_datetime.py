"""The class datetime: a date and a time of its day."""

from operator import index

from ._calendar import (
    ABSENT, DAYS, LAST_DAY, MONTHS, check_date, check_time, date_of, expect_str, locked, missing, ordinal, shown)
from ._clock import local_seconds, local_zone, now as _clock_now, seconds_of
from ._date import date, fields, is_state
from ._delta import DAY, length, timedelta
from ._time import clock_text, time
from . import _zone
from ._zone import check_zone, name_of, offset_of, offset_text, timezone

_new = object.__new__
_EPOCH = 719163 * DAY


class datetime(date):
    """A date and a time of its day."""

    __module__ = 'datetime'
    __slots__ = ('_hour', '_minute', '_second', '_part', '_tz', '_fold')

    def __new__(cls, year=ABSENT, month=ABSENT, day=ABSENT, hour=0, minute=0, second=0, microsecond=0, tzinfo=None, *,
                fold=0):
        try:
            # The sum is a plain int, also of a bool or of a member of an enumeration.
            year, month, day = index(year) + 0, index(month) + 0, index(day) + 0
            hour, minute, second = index(hour) + 0, index(minute) + 0, index(second) + 0
            microsecond, fold = index(microsecond) + 0, index(fold) + 0
        except TypeError:
            if day is ABSENT and is_state(year, 10):
                return _restored(cls, year, tzinfo if month is ABSENT else month)
            error = missing(year, month, day)
            if error:
                raise error from None
            raise
        if not (1 <= year <= 9999 and 1 <= month <= 12 and 1 <= day <= 28):
            check_date(year, month, day)
        if not (0 <= hour <= 23 and 0 <= minute <= 59 and 0 <= second <= 59 and 0 <= microsecond <= 999999
                and 0 <= fold <= 1):
            check_time(hour, minute, second, microsecond, fold)
        if tzinfo is not None:
            check_zone(tzinfo)
        self = _new(cls)
        self._year = year
        self._month = month
        self._day = day
        self._hour = hour
        self._minute = minute
        self._second = second
        self._part = microsecond
        self._tz = tzinfo
        self._fold = fold
        return self

    hour = property(lambda self: self._hour, *locked('hour', 'datetime'))
    minute = property(lambda self: self._minute, *locked('minute', 'datetime'))
    second = property(lambda self: self._second, *locked('second', 'datetime'))
    microsecond = property(lambda self: self._part, *locked('microsecond', 'datetime'))
    tzinfo = property(lambda self: self._tz, *locked('tzinfo', 'datetime'))
    fold = property(lambda self: self._fold, *locked('fold', 'datetime'))

    # Other ways to make one

    @classmethod
    def fromtimestamp(cls, timestamp, tz=None):
        """The local time, or that of a zone, so many seconds since 1970."""
        check_zone(tz)
        seconds, part = seconds_of(timestamp, True)
        if tz is None:
            if -62135596800 <= seconds:
                local_seconds(seconds, 0)
            return _of_seconds(cls, seconds, part)
        return tz.fromutc(_of_seconds(cls, seconds, part, tz))

    @classmethod
    def utcfromtimestamp(cls, timestamp, /):
        """The time of UTC, without a zone, so many seconds since 1970."""
        return _of_seconds(cls, *seconds_of(timestamp, True))

    @classmethod
    def now(cls, tz=None):
        """The present local time, or that of a zone."""
        check_zone(tz)
        if tz is None:
            return _of_seconds(cls, *_clock_now())
        return tz.fromutc(_of_seconds(cls, *_clock_now(), tz))

    @classmethod
    def utcnow(cls):
        """The present time of UTC, without a zone."""
        return _of_seconds(cls, *_clock_now())

    @classmethod
    def combine(cls, date, time, tzinfo=ABSENT):
        """The moment of a date and a time."""
        _expect(date, _date, 1)
        _expect(time, _time, 2)
        return _made(cls, date._year, date._month, date._day, time._hour, time._minute, time._second, time._part,
                     time._tz if tzinfo is ABSENT else tzinfo, time._fold)

    @classmethod
    def fromisoformat(cls, date_string, /):
        """A moment as ISO 8601 writes it."""
        if not isinstance(date_string, str):
            raise TypeError('fromisoformat: argument must be str')
        from ._iso import read
        parts = read(date_string)
        if parts is None:
            raise ValueError(f'Invalid isoformat string: {date_string!r}')
        return cls(*parts)

    @classmethod
    def strptime(cls, date_string, format, /):
        """A moment in the words of a format."""
        expect_str(date_string, 'strptime() argument 1')
        expect_str(format, 'strptime() argument 2')
        from _strptime import _strptime_datetime
        return _strptime_datetime(cls, date_string, format)

    # Parts and conversions

    def date(self):
        """The date alone."""
        return _date(self._year, self._month, self._day)

    def time(self):
        """The time alone, without its zone."""
        return _time(self._hour, self._minute, self._second, self._part, fold=self._fold)

    def timetz(self):
        """The time alone, with its zone."""
        return _time(self._hour, self._minute, self._second, self._part, self._tz, fold=self._fold)

    def timetuple(self):
        """The struct_time, as `time.localtime` gives it."""
        summer = self.dst()
        return fields(self, self._hour, self._minute, self._second, -1 if summer is None else int(bool(summer)))

    def utctimetuple(self):
        """The struct_time of the same moment in UTC."""
        offset = self.utcoffset()
        moment = self if offset is None else _of_total(datetime, _total(self) - offset._total)
        return fields(moment, moment._hour, moment._minute, moment._second, 0)

    def timestamp(self):
        """Seconds since 1970."""
        offset = offset_of(self._tz, self)
        total = _total(self) - _EPOCH
        if offset is not None:
            return (total - offset._total) / 1000000
        seconds, part = divmod(total, 1000000)
        return local_seconds(seconds, self._fold) + part / 1e6

    def replace(self, year=ABSENT, month=ABSENT, day=ABSENT, hour=ABSENT, minute=ABSENT, second=ABSENT,
                microsecond=ABSENT, tzinfo=ABSENT, *, fold=ABSENT):
        """The same with other parts."""
        if fold is ABSENT:
            fold = self._fold
        elif fold != 0 and fold != 1:
            raise ValueError('fold must be either 0 or 1')
        return _made(
            type(self), self._year if year is ABSENT else year, self._month if month is ABSENT else month,
            self._day if day is ABSENT else day, self._hour if hour is ABSENT else hour,
            self._minute if minute is ABSENT else minute, self._second if second is ABSENT else second,
            self._part if microsecond is ABSENT else microsecond, self._tz if tzinfo is ABSENT else tzinfo,
            index(fold) + 0)

    # Its zone

    def utcoffset(self):
        """What the zone says of this moment."""
        return offset_of(self._tz, self)

    def dst(self):
        """What the zone says of this moment."""
        return offset_of(self._tz, self, 'dst')

    def tzname(self):
        """What the zone says of this moment."""
        return name_of(self._tz, self)

    def astimezone(self, tz=None):
        """The same moment as the clocks of another zone show it."""
        check_zone(tz)
        if self._tz is tz and tz is not None:
            return self
        offset = offset_of(self._tz, self)
        total = _total(self)
        if offset is None:
            local_seconds((total - _EPOCH) // 1000000, self._fold)
        else:
            total -= offset._total
        if tz is None:
            tz = local_zone()
        if type(tz) is timezone:
            return _of_total(type(self), total + tz._offset._total, tz)
        return tz.fromutc(_of_total(type(self), total, tz))

    # Text

    def __repr__(self):
        text = (f'{shown(type(self))}({self._year}, {self._month}, {self._day}, {self._hour}, {self._minute}')
        if self._part:
            text += f', {self._second}, {self._part}'
        elif self._second:
            text += f', {self._second}'
        if self._fold:
            text += ', fold=1'
        return f'{text})' if self._tz is None else f'{text}, tzinfo={self._tz!r})'

    def isoformat(self, sep='T', timespec='auto'):
        """As ISO 8601 writes it, to the unit that `timespec` names."""
        if not isinstance(sep, str) or len(sep) != 1:
            raise TypeError(f'isoformat() argument 1 must be a unicode character, not {shown(sep.__class__)}')
        if timespec != 'auto':
            expect_str(timespec, 'isoformat() argument 2')
        text = f'{self._year:04d}-{self._month:02d}-{self._day:02d}{sep}{clock_text(self, timespec)}'
        if self._tz is None:
            return text
        offset = offset_of(self._tz, self)
        return text if offset is None else text + offset_text(offset)

    def __str__(self):
        return self.isoformat(' ')

    def ctime(self):
        """As `time.ctime` writes it."""
        return (f'{DAYS[self.weekday()]} {MONTHS[self._month]} {self._day:2d} '
                f'{self._hour:02d}:{self._minute:02d}:{self._second:02d} {self._year:04d}')

    # Arithmetic

    def __add__(self, other):
        if isinstance(other, timedelta):
            return _moved(self, other._total)
        return NotImplemented

    __radd__ = __add__

    def __sub__(self, other):
        if isinstance(other, timedelta):
            return _moved(self, -other._total)
        if isinstance(other, datetime):
            if self._tz is other._tz:
                return length(_total(self) - _total(other))
            here, there = datetime.utcoffset(self), datetime.utcoffset(other)
            if here is None or there is None:
                if here is not there:
                    raise TypeError("can't subtract offset-naive and offset-aware datetimes")
                return length(_total(self) - _total(other))
            return length(_total(self) - here._total - _total(other) + there._total)
        return NotImplemented

    def __rsub__(self, other):
        return NotImplemented

    # Order

    def __eq__(self, other):
        if isinstance(other, datetime):
            if self._tz is not other._tz:
                return _is_same_moment(self, other)
            return (self._part == other._part and self._second == other._second and self._minute == other._minute
                    and self._hour == other._hour and self._day == other._day and self._month == other._month
                    and self._year == other._year)
        return False if isinstance(other, _date) else NotImplemented

    def __lt__(self, other):
        if isinstance(other, datetime):
            return _key(self, other) < _key(other, self)
        return _refused(self, other)

    def __le__(self, other):
        if isinstance(other, datetime):
            return _key(self, other) <= _key(other, self)
        return _refused(self, other)

    def __gt__(self, other):
        if isinstance(other, datetime):
            return _key(self, other) > _key(other, self)
        return _refused(self, other)

    def __ge__(self, other):
        if isinstance(other, datetime):
            return _key(self, other) >= _key(other, self)
        return _refused(self, other)

    def __hash__(self):
        offset = None if self._tz is None else (self.replace(fold=0) if self._fold else self).utcoffset()
        if offset is None:
            return hash((self._year, self._month, self._day, self._hour, self._minute, self._second, self._part))
        return hash(length(_total(self) - offset._total))

    def __reduce_ex__(self, protocol, /):
        fold = 128 if self._fold and protocol > 3 else 0
        state = bytes([*divmod(self._year, 256), self._month + fold, self._day, self._hour, self._minute, self._second,
                       self._part >> 16, self._part >> 8 & 255, self._part & 255])
        return type(self), (state,) if self._tz is None else (state, self._tz)

    def __reduce__(self):
        return self.__reduce_ex__(2)


_date = date
_time = time


def _expect(value, kind, position):
    if not isinstance(value, kind):
        found = 'None' if value is None else shown(value.__class__)
        raise TypeError(f'combine() argument {position} must be {shown(kind)}, not {found}')


def _total(moment):
    """Microseconds since the first of January of the year 0, had it been a common year, as its clock shows them."""
    return ordinal(moment._year, moment._month, moment._day) * DAY + (
        (moment._hour * 60 + moment._minute) * 60 + moment._second) * 1000000 + moment._part


def _made(cls, year, month, day, hour, minute, second, part, zone, fold=0):
    """A moment of any class; the constructors of others are not told of `fold`."""
    if cls is datetime:
        return datetime(year, month, day, hour, minute, second, part, zone, fold=fold)
    moment = cls(year, month, day, hour, minute, second, part, zone)
    if fold:
        moment._fold = fold
    return moment


def _placed(cls, year, month, day, rest, zone):
    """A moment of a date that there is, so many microseconds after midnight."""
    seconds, part = divmod(rest, 1000000)
    minutes = seconds // 60
    if cls is not datetime:
        return cls(year, month, day, minutes // 60, minutes % 60, seconds % 60, part, zone)
    self = _new(datetime)
    self._year = year
    self._month = month
    self._day = day
    self._hour = minutes // 60
    self._minute = minutes % 60
    self._second = seconds % 60
    self._part = part
    self._tz = zone
    self._fold = 0
    return self


def _of_total(cls, total, zone=None):
    """The reverse of `_total`."""
    number, rest = divmod(total, DAY)
    if not 1 <= number <= LAST_DAY:
        raise OverflowError('date value out of range')
    return _placed(cls, *date_of(number), rest, zone)


def _of_seconds(cls, seconds, part, zone=None):
    days, seconds = divmod(seconds, 86400)
    year, month, day = date_of(days + 719163)
    if not 1 <= year <= 9999:
        raise ValueError(f'year {year} is out of range')
    return _placed(cls, year, month, day, seconds * 1000000 + part, zone)


def _moved(self, change):
    """A moment so many microseconds later, as the clock shows it."""
    days, rest = divmod(change + ((self._hour * 60 + self._minute) * 60 + self._second) * 1000000 + self._part, DAY)
    year, month, day = self._year, self._month, self._day + days
    if not 1 <= day <= 28:
        number = ordinal(year, month, day)
        if not 1 <= number <= LAST_DAY:
            raise OverflowError('date value out of range')
        year, month, day = date_of(number)
    return _placed(type(self), year, month, day, rest, self._tz)


def _refused(self, other):
    if isinstance(other, _date):
        raise TypeError(f"can't compare {shown(type(self))} to {shown(other.__class__)}")
    return NotImplemented


def _key(self, other):
    """What the order of two moments is the order of."""
    if self._tz is other._tz:
        return (self._year, self._month, self._day, self._hour, self._minute, self._second, self._part)
    here, there = datetime.utcoffset(self), datetime.utcoffset(other)
    if here is None or there is None:
        if here is not there:
            raise TypeError("can't compare offset-naive and offset-aware datetimes")
        return _total(self)
    return _total(self) - here._total


def _is_same_moment(self, other):
    here, there = datetime.utcoffset(self), datetime.utcoffset(other)
    if here is None or there is None:
        return here is there and _total(self) == _total(other)
    if _total(self) - here._total != _total(other) - there._total:
        return False
    # A moment whose offset depends on `fold` equals none of another zone.
    for moment, offset in (self, here), (other, there):
        if offset != _made(
                moment.__class__, moment._year, moment._month, moment._day, moment._hour, moment._minute,
                moment._second, moment._part, moment._tz, 1 - moment._fold).utcoffset():
            return False
    return True


def _restored(cls, state, zone):
    if zone is not None and zone is not ABSENT:
        from ._zone import tzinfo
        if not isinstance(zone, tzinfo):
            raise TypeError('bad tzinfo state arg')
    self = _new(cls)
    self._year = state[0] * 256 + state[1]
    self._fold, self._month = divmod(state[2], 128)
    self._day = state[3]
    self._hour = state[4]
    self._minute = state[5]
    self._second = state[6]
    self._part = state[7] << 16 | state[8] << 8 | state[9]
    self._tz = None if zone is ABSENT else zone
    return self


_zone.datetime = datetime
datetime.min = datetime(1, 1, 1)
datetime.max = datetime(9999, 12, 31, 23, 59, 59, 999999)
datetime.resolution = length(1)
