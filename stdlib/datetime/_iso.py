"""Dates and times as ISO 8601 writes them. A function gives None for a text that is not one."""

from ._calendar import of_iso_week
from ._delta import length
from ._zone import UTC, timezone


def read(text):
    """The arguments of `datetime`."""
    if text[10:11] and text[4] == '-' == text[7] and text[13:14] == ':' == text[16:17]:
        # What isoformat() gives.
        digits = text[:4] + text[5:7] + text[8:10] + text[11:13] + text[14:16] + text[17:19]
        if len(digits) == 14 and digits.isdigit() and digits.isascii():
            parts = (int(digits[:4]), int(digits[4:6]), int(digits[6:8]), int(digits[8:10]), int(digits[10:12]),
                     int(digits[12:]))
            if len(text) == 19:
                return parts
            if len(text) == 26 and text[19] == '.' and (fraction := _number(text, 20, 26)) >= 0:
                return *parts, fraction
    if len(text) < 7:
        return None
    end = _end_of_date(text)
    date = read_date(text[:end])
    if date is None:
        return None
    if len(text) == end:
        return date
    clock = read_time(text[end + 1:])
    return None if clock is None else date + clock


def _end_of_date(text):
    """Where the separator is, which may be any character."""
    if len(text) == 7:
        return 7
    if text[4] == '-':
        if text[5] != 'W':
            return 10
        # YYYY-Www-d, or YYYY-Www before a separator '-' and an hour.
        if text[8:9] == '-' and len(text) > 9 and not _is_digit(text[10:11]):
            return 10
        return 8
    if text[4] == 'W':
        # The digits of the time come in pairs: an odd one is the weekday, or the separator.
        at = 7
        while _is_digit(text[at:at + 1]):
            at += 1
        if at < 9:
            return at
        return 7 if at % 2 == 0 else 8
    return 8


def _is_digit(char):
    return char != '' and char in '0123456789'


def _number(text, start, end):
    part = text[start:end]
    if len(part) == end - start and part.isdigit() and part.isascii():
        return int(part)
    return -1


def read_date(text):
    """The arguments of `date`."""
    year = _number(text, 0, 4)
    if year < 0:
        return None
    dash = text[4:5] == '-'
    at = 5 if dash else 4
    if text[at:at + 1] == 'W':
        week = _number(text, at + 1, at + 3)
        weekday = 1
        if len(text) > at + 3:
            if dash:
                if text[at + 3] != '-':
                    return None
                at += 1
            weekday = _number(text, at + 3, at + 4)
        if week < 0 or weekday < 0:
            return None
        if year == 0:
            return 1, 0, 1
        found = of_iso_week(year, week, weekday)
        return None if isinstance(found, str) else found
    month = _number(text, at, at + 2)
    at += 2
    if dash:
        if text[at:at + 1] != '-':
            return None
        at += 1
    day = _number(text, at, at + 2)
    if month < 0 or day < 0:
        return None
    return year, month, day


def read_time(text):
    """The arguments of `time`."""
    end = 0
    while end < len(text) and text[end] not in '+-Z':
        end += 1
    zoned = end < len(text)
    clock = _read_clock(text[:end], zoned)
    if clock is None or not zoned:
        return clock
    if text[end] == 'Z':
        return (*clock, UTC) if end == len(text) - 1 else None
    offset = _read_clock(text[end + 1:], False)
    if offset is None:
        return None
    hour, minute, second, part = offset
    seconds = (hour * 60 + minute) * 60 + second
    if not seconds:
        return *clock, UTC
    total = seconds * 1000000 + part
    return *clock, timezone(length(-total if text[end] == '-' else total))


def _read_clock(text, zoned):
    """Hours and what follows them, with or without colons.

    CPython is lenient in places: digits or a colon behind the seconds begin a fraction as a point does, and before a
    zone one character more is read over, and anything behind six digits of a fraction.
    """
    size = len(text)
    values = [0, 0, 0, 0]
    at = 0
    colon = text[2:3] == ':'
    for index in range(3):
        value = _number(text, at, at + 2)
        if value < 0:
            return None
        values[index] = value
        at += 2
        if at == size or at == size - 1 and zoned:
            return tuple(values)
        if at == size - 1:
            return None
        if text[at] in '.,':
            at += 1
            break
        if colon:
            if text[at] != ':':
                return None
            at += 1
    end = at
    while _is_digit(text[end:end + 1]):
        end += 1
    if end == at or end < size and not (zoned and end - at >= 6):
        return None
    values[3] = int((text[at:end] + '00000')[:6])
    return tuple(values)
