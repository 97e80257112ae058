"""Seconds since 1970 as dates and times. The local time of this program is UTC."""

from operator import index
from time import time_ns, tzname

FIRST = -62135596800


def seconds_of(timestamp, half_even=False):
    """Whole seconds, and microseconds, of a timestamp."""
    part = 0
    if isinstance(timestamp, float):
        if timestamp != timestamp:
            raise ValueError('Invalid value NaN (not a number)')
        if abs(timestamp) >= 9.3e18:
            raise OverflowError('timestamp out of range for platform time_t')
        if half_even:
            seconds = int(timestamp)
            part = round((timestamp - seconds) * 1e6)
            if part < 0:
                part += 1000000
                seconds -= 1
            elif part >= 1000000:
                part -= 1000000
                seconds += 1
        else:
            seconds = int(timestamp // 1)
    else:
        seconds = int(index(timestamp))
    if not -9223372036854775808 <= seconds <= 9223372036854775807:
        raise OverflowError('timestamp out of range for platform time_t')
    if abs(seconds) > 67000000000000000:
        raise OSError(75, 'Value too large for defined data type')
    return seconds, part


def now():
    """Whole seconds, and microseconds, of the system's clock."""
    seconds, rest = divmod(time_ns(), 1000000000)
    return seconds, rest // 1000


def local_seconds(seconds, fold):
    """Seconds since 1970 of a local time that is so many seconds from 1970.

    A clock that was set back is looked for a day before, or after, which must have a date.
    """
    if seconds < FIRST + 86400 and not fold:
        raise ValueError('year 0 is out of range')
    if seconds >= 253402214400 and fold:
        raise ValueError('year 10000 is out of range')
    return seconds


def local_zone():
    """The zone of local time."""
    from ._delta import length
    from ._zone import timezone
    return timezone(length(0), tzname[0])
