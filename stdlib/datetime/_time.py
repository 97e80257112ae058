"""The class time: a time of any day."""

from operator import index

from ._calendar import ABSENT, check_time, expect_str, locked, shown
from ._delta import length
from ._zone import check_zone, name_of, offset_of, offset_text

_new = object.__new__


class time:
    """A time of day."""

    __module__ = 'datetime'
    __slots__ = ('_hour', '_minute', '_second', '_part', '_tz', '_fold')

    def __new__(cls, hour=0, minute=0, second=0, microsecond=0, tzinfo=None, *, fold=0):
        try:
            hour, minute, second, microsecond, fold = (index(hour) + 0, index(minute) + 0, index(second) + 0,
                                                       index(microsecond) + 0, index(fold) + 0)
        except TypeError:
            if isinstance(hour, bytes) and len(hour) == 6 and hour[0] & 127 < 24:
                return _restored(cls, hour, tzinfo if minute == 0 else minute)
            raise
        check_time(hour, minute, second, microsecond, fold)
        if tzinfo is not None:
            check_zone(tzinfo)
        self = _new(cls)
        self._hour = hour
        self._minute = minute
        self._second = second
        self._part = microsecond
        self._tz = tzinfo
        self._fold = fold
        return self

    hour = property(lambda self: self._hour, *locked('hour', 'time'))
    minute = property(lambda self: self._minute, *locked('minute', 'time'))
    second = property(lambda self: self._second, *locked('second', 'time'))
    microsecond = property(lambda self: self._part, *locked('microsecond', 'time'))
    tzinfo = property(lambda self: self._tz, *locked('tzinfo', 'time'))
    fold = property(lambda self: self._fold, *locked('fold', 'time'))

    @classmethod
    def fromisoformat(cls, time_string, /):
        """A time as ISO 8601 writes it."""
        if not isinstance(time_string, str):
            raise TypeError('fromisoformat: argument must be str')
        from ._iso import read_time
        parts = read_time(time_string[time_string.startswith('T'):])
        if parts is None:
            raise ValueError(f'Invalid isoformat string: {time_string!r}')
        return cls(*parts)

    def replace(self, hour=ABSENT, minute=ABSENT, second=ABSENT, microsecond=ABSENT, tzinfo=ABSENT, *, fold=ABSENT):
        """The same with other parts."""
        new = type(self)(
            self._hour if hour is ABSENT else hour, self._minute if minute is ABSENT else minute,
            self._second if second is ABSENT else second, self._part if microsecond is ABSENT else microsecond,
            self._tz if tzinfo is ABSENT else tzinfo)
        if fold is ABSENT:
            fold = self._fold
        elif fold != 0 and fold != 1:
            raise ValueError('fold must be either 0 or 1')
        new._fold = index(fold) + 0
        return new

    # Its zone

    def utcoffset(self):
        """What the zone says when asked about no date."""
        return offset_of(self._tz, None)

    def dst(self):
        """What the zone says when asked about no date."""
        return offset_of(self._tz, None, 'dst')

    def tzname(self):
        """What the zone says when asked about no date."""
        return name_of(self._tz, None)

    # Text

    def __repr__(self):
        text = f'{shown(type(self))}({self._hour}, {self._minute}'
        if self._part:
            text += f', {self._second}, {self._part}'
        elif self._second:
            text += f', {self._second}'
        if self._tz is not None:
            text += f', tzinfo={self._tz!r}'
        return text + (', fold=1)' if self._fold else ')')

    def isoformat(self, timespec='auto'):
        """As ISO 8601 writes it, to the unit that `timespec` names."""
        if timespec != 'auto':
            expect_str(timespec, 'isoformat() argument 1')
        text = clock_text(self, timespec)
        offset = self.utcoffset()
        return text if offset is None else text + offset_text(offset)

    def __str__(self):
        return self.isoformat()

    def strftime(self, format):
        """In the words of a format."""
        expect_str(format, 'strftime() argument 1')
        from ._format import formatted
        return formatted(self, format, (1900, 1, 1, self._hour, self._minute, self._second, 0, 1, -1))

    def __format__(self, spec, /):
        expect_str(spec, '__format__() argument 1')
        return self.strftime(spec) if spec else str(self)

    # Order

    def _compared(self, other, equality=False):
        """Negative, zero or positive, as the other time is later, the same or earlier."""
        mine = ((self._hour * 60 + self._minute) * 60 + self._second) * 1000000 + self._part
        its = ((other._hour * 60 + other._minute) * 60 + other._second) * 1000000 + other._part
        if self._tz is other._tz:
            return mine - its
        here, there = self.utcoffset(), other.utcoffset()
        if here is None or there is None:
            if here is there:
                return mine - its
            if equality:
                return 1
            raise TypeError("can't compare offset-naive and offset-aware times")
        return mine - here._total - its + there._total

    def __eq__(self, other):
        if isinstance(other, time):
            return time._compared(self, other, True) == 0
        return NotImplemented

    def __lt__(self, other):
        if isinstance(other, time):
            return time._compared(self, other) < 0
        return NotImplemented

    def __le__(self, other):
        if isinstance(other, time):
            return time._compared(self, other) <= 0
        return NotImplemented

    def __gt__(self, other):
        if isinstance(other, time):
            return time._compared(self, other) > 0
        return NotImplemented

    def __ge__(self, other):
        if isinstance(other, time):
            return time._compared(self, other) >= 0
        return NotImplemented

    def __hash__(self):
        offset = (self.replace(fold=0) if self._fold else self).utcoffset()
        if offset is None:
            return hash((self._hour, self._minute, self._second, self._part))
        seconds = (self._hour * 60 + self._minute) * 60 + self._second
        return hash(length(seconds * 1000000 + self._part - offset._total))

    def __reduce_ex__(self, protocol, /):
        fold = 128 if self._fold and protocol > 3 else 0
        state = bytes([self._hour + fold, self._minute, self._second, self._part >> 16, self._part >> 8 & 255,
                       self._part & 255])
        return type(self), (state,) if self._tz is None else (state, self._tz)

    def __reduce__(self):
        return self.__reduce_ex__(2)


def clock_text(self, timespec):
    """Hours, minutes, seconds, as much of them as asked for, of a time or a datetime."""
    text = f'{self._hour:02d}:{self._minute:02d}:{self._second:02d}'
    if timespec == 'auto':
        return f'{text}.{self._part:06d}' if self._part else text
    if timespec == 'seconds':
        return text
    if timespec == 'milliseconds':
        return f'{text}.{self._part // 1000:03d}'
    if timespec == 'microseconds':
        return f'{text}.{self._part:06d}'
    if timespec == 'minutes':
        return text[:5]
    if timespec == 'hours':
        return text[:2]
    raise ValueError('Unknown timespec value')


def _restored(cls, state, zone):
    if zone is not None:
        from ._zone import tzinfo
        if not isinstance(zone, tzinfo):
            raise TypeError('bad tzinfo state arg')
    self = _new(cls)
    self._fold, self._hour = divmod(state[0], 128)
    self._minute = state[1]
    self._second = state[2]
    self._part = state[3] << 16 | state[4] << 8 | state[5]
    self._tz = zone
    return self


time.min = time(0, 0)
time.max = time(23, 59, 59, 999999)
time.resolution = length(1)
