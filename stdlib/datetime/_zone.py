"""Time zones: the classes tzinfo and timezone, and what the others ask of a zone."""

from ._calendar import ABSENT, expect_str, shown
from ._delta import DAY, length, timedelta

_new = object.__new__
# The class, when it is made.
datetime = None


class tzinfo:
    """What time zones derive from."""

    __module__ = 'datetime'
    __slots__ = ()

    def __new__(cls, *args, **kwargs):
        return _new(cls)

    def utcoffset(self, dt, /):
        """How far local time is ahead of UTC."""
        raise NotImplementedError('a tzinfo subclass must implement utcoffset()')

    def tzname(self, dt, /):
        """What the zone is called at a moment."""
        raise NotImplementedError('a tzinfo subclass must implement tzname()')

    def dst(self, dt, /):
        """How much of the offset is summer time."""
        raise NotImplementedError('a tzinfo subclass must implement dst()')

    def fromutc(self, dt, /):
        """The local time of a moment whose fields are those of UTC."""
        _check_own(self, dt)
        offset = offset_of(self, dt)
        if offset is None:
            raise ValueError('fromutc: non-None utcoffset() result required')
        summer = offset_of(self, dt, 'dst')
        if summer is None:
            raise ValueError('fromutc: non-None dst() result required')
        there = dt + (offset - summer)
        summer = offset_of(self, there, 'dst')
        if summer is None:
            raise ValueError('fromutc: tz.dst() gave inconsistent results; cannot convert')
        return there + summer if summer else there

    def __reduce__(self):
        arguments = getattr(self, '__getinitargs__', tuple)()
        return self.__class__, arguments, None if self.__class__ is timezone else self.__getstate__()


class timezone(tzinfo):
    """A zone that is always as far from UTC."""

    __module__ = 'datetime'
    __slots__ = ('_offset', '_name')

    def __new__(cls, offset=ABSENT, name=ABSENT):
        if not isinstance(offset, timedelta):
            if offset is ABSENT:
                raise TypeError("timezone() missing required argument 'offset' (pos 1)")
            found = 'None' if offset is None else shown(offset.__class__)
            raise TypeError(f'timezone() argument 1 must be datetime.timedelta, not {found}')
        if name is ABSENT:
            if not offset and UTC is not None:
                return UTC
            name = None
        else:
            expect_str(name, 'timezone() argument 2')
        if not -DAY < offset._total < DAY:
            raise ValueError('offset must be a timedelta strictly between -timedelta(hours=24) and '
                             f'timedelta(hours=24), not {offset!r}.')
        self = _new(cls)
        self._offset = offset
        self._name = name
        return self

    def __init_subclass__(cls):
        raise TypeError("type 'datetime.timezone' is not an acceptable base type")

    def utcoffset(self, dt, /):
        """The offset."""
        _check_moment(dt, 'utcoffset')
        return self._offset

    def tzname(self, dt, /):
        """The name given to it, else one made of the offset."""
        _check_moment(dt, 'tzname')
        return str(self)

    def dst(self, dt, /):
        """Nothing: there is no summer time."""
        _check_moment(dt, 'dst')
        return None

    def fromutc(self, dt, /):
        """The local time of a moment whose fields are those of UTC."""
        _check_own(self, dt)
        return dt + self._offset

    def __eq__(self, other):
        if isinstance(other, timezone):
            return self._offset == other._offset
        return NotImplemented

    def __hash__(self):
        return hash(self._offset)

    def __repr__(self):
        if self is UTC:
            return 'datetime.timezone.utc'
        if self._name is None:
            return f'datetime.timezone({self._offset!r})'
        return f'datetime.timezone({self._offset!r}, {self._name!r})'

    def __str__(self):
        if self._name is not None:
            return self._name
        if not self._offset:
            return 'UTC'
        return 'UTC' + offset_text(self._offset)

    def __getinitargs__(self):
        """The arguments that make it again."""
        if self._name is None:
            return (self._offset,)
        return self._offset, self._name


def offset_text(offset, colon=':'):
    """A zone's distance from UTC, as short as it goes."""
    total = offset._total
    sign = '+'
    if total < 0:
        sign = '-'
        total = -total
    seconds, part = divmod(total, 1000000)
    minutes, seconds = divmod(seconds, 60)
    text = f'{sign}{minutes // 60:02d}{colon}{minutes % 60:02d}'
    if seconds or part:
        text += f'{colon}{seconds:02d}'
        if part:
            text += f'.{part:06d}'
    return text


def offset_of(zone, moment, method='utcoffset'):
    """What `utcoffset` or `dst` of a zone says about a moment."""
    if type(zone) is timezone:
        return zone._offset if method == 'utcoffset' else None
    if zone is None:
        return None
    offset = getattr(zone, method)(moment)
    if offset is None:
        return None
    if not isinstance(offset, timedelta):
        raise TypeError(f"tzinfo.{method}() must return None or timedelta, not '{shown(offset.__class__)}'")
    if not -DAY < offset._total < DAY:
        raise ValueError('offset must be a timedelta strictly between -timedelta(hours=24) and timedelta(hours=24).')
    return offset


def name_of(zone, moment):
    """The name of a zone at a moment."""
    if zone is None:
        return None
    name = zone.tzname(moment)
    if name is not None and not isinstance(name, str):
        raise TypeError(f"tzinfo.tzname() must return None or a string, not '{shown(name.__class__)}'")
    return name


def check_zone(zone):
    if zone is not None and not isinstance(zone, tzinfo):
        raise TypeError('tzinfo argument must be None or of a tzinfo subclass, '
                        f"not type '{shown(zone.__class__)}'")


def _check_moment(moment, method):
    if moment is not None:
        if not isinstance(moment, datetime):
            raise TypeError(f'{method}(dt) argument must be a datetime instance or None, '
                            f'not {shown(moment.__class__)}')


def _check_own(zone, moment):
    if not isinstance(moment, datetime):
        raise TypeError('fromutc: argument must be a datetime')
    if moment._tz is not zone:
        raise ValueError('fromutc: dt.tzinfo is not self')


UTC = None
UTC = timezone.utc = timezone(length(0))
timezone.min = timezone(length(60000000 - DAY))
timezone.max = timezone(length(DAY - 60000000))
