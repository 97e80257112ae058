"""`strptime` of `time` and of `datetime`: dates and times out of a text of a known form.

A format is a list of items, each of which may end at several places of the text; the first way to match them all, the
longest ends first, is the one taken.
"""

_DAYS = ('monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday')
_MONTHS = ('january', 'february', 'march', 'april', 'may', 'june', 'july', 'august', 'september', 'october',
           'november', 'december')
# Least and most digits, least and greatest value.
_NUMBERS = {
    'd': (1, 2, 1, 31), 'f': (1, 6, 0, 999999), 'G': (4, 4, 0, 9999), 'H': (1, 2, 0, 23), 'I': (1, 2, 1, 12),
    'j': (1, 3, 1, 366), 'm': (1, 2, 1, 12), 'M': (1, 2, 0, 59), 'S': (1, 2, 0, 61), 'u': (1, 1, 1, 7),
    'U': (1, 2, 0, 53), 'V': (1, 2, 0, 53), 'w': (1, 1, 0, 6), 'W': (1, 2, 0, 53), 'y': (2, 2, 0, 99),
    'Y': (4, 4, 0, 9999)}
_WORDS = {
    'a': tuple(name[:3] for name in _DAYS), 'A': _DAYS, 'b': tuple(name[:3] for name in _MONTHS), 'B': _MONTHS,
    'p': ('am', 'pm'), 'Z': ('utc', 'gmt')}
_WHOLE = {'c': '%a %b %d %H:%M:%S %Y', 'x': '%m/%d/%y', 'X': '%H:%M:%S'}
_known = {}


def _items(format):
    """What a format is made of: texts, None for white space, one-letter codes in a tuple."""
    items = []
    literal = ''
    codes = set()
    rest = format
    while rest:
        char = rest[0]
        if char.isspace():
            if literal:
                items.append(literal)
                literal = ''
            rest = rest.lstrip()
            items.append(None)
            continue
        if char != '%':
            at = 1
            while at < len(rest) and rest[at] != '%' and not rest[at].isspace():
                at += 1
            literal += rest[:at].lower()
            rest = rest[at:]
            continue
        code = rest[1:2]
        rest = rest[2:]
        if not code:
            raise ValueError(f'stray % in format {format!r}')
        if code == '%':
            literal += '%'
        elif code in _WHOLE:
            rest = _WHOLE[code] + rest
        elif code in _NUMBERS or code in _WORDS or code == 'z':
            if code in codes:
                from re import error
                raise error(f'redefinition of group name {code!r} as group {len(codes) + 1}')
            codes.add(code)
            if literal:
                items.append(literal)
                literal = ''
            items.append((code,))
        else:
            raise ValueError(f'{code!r} is a bad directive in format {format!r}')
    if literal:
        items.append(literal)
    return items


def _ends(item, text, at):
    """Where an item that begins at `at` may end, the best place last."""
    if item is None:
        end = at
        while end < len(text) and text[end].isspace():
            end += 1
        return list(range(at + 1, end + 1))
    if isinstance(item, str):
        end = at + len(item)
        return [end] if text[at:end] == item else []
    code = item[0]
    if code in _NUMBERS:
        least, most, low, high = _NUMBERS[code]
        ends = []
        if code == 'd' and text[at:at + 1] == ' ' and '1' <= text[at + 1:at + 2] <= '9':
            ends.append(at + 2)
        end = at
        while end < len(text) and end - at < most and '0' <= text[end] <= '9':
            end += 1
            if end - at >= least and low <= int(text[at:end]) <= high and (code != 'V' or text[at:end] != '00'):
                ends.append(end)
        return ends
    if code == 'z':
        return _ends_of_offset(text, at)
    words = _WORDS[code]
    if code == 'Z':
        from time import tzname
        words = (*words, *(name.lower() for name in tzname))
    return sorted({at + len(word) for word in words if text.startswith(word, at)})


def _ends_of_offset(text, at):
    """A sign, hours and minutes, seconds, a part of a second; or Z, which is lower case here."""
    if text[at:at + 1] == 'z':
        return [at + 1]
    ends = []
    if text[at:at + 1] not in ('+', '-') or not text[at + 1:at + 3].isdecimal():
        return ends
    at += 3
    for _ in range(2):
        if text[at:at + 1] == ':':
            at += 1
        if not ('0' <= text[at:at + 1] <= '5' and text[at + 1:at + 2].isdecimal()):
            return ends
        at += 2
        ends.append(at)
    if text[at:at + 1] == '.':
        end = at + 1
        while end < len(text) and end - at <= 6 and text[end].isdecimal():
            end += 1
            ends.append(end)
    return ends


def _matched(data, format):
    """The text of each directive, lower case."""
    items = _known.get(format)
    if items is None:
        if len(_known) > 20:
            _known.clear()
        items = _known[format] = _items(format)
    text = data.lower()
    if len(text) != len(data):
        # A letter whose lower case is longer: no directive has one.
        text = ''.join(char.lower() if len(char.lower()) == 1 else char for char in data)
    if not items:
        if data:
            raise ValueError(f'unconverted data remains: {data}')
        return {}
    ends = []
    ways = [_ends(items[0], text, 0)]
    while len(ends) < len(items):
        if not ways[-1]:
            ways.pop()
            if not ways:
                raise ValueError(f'time data {data!r} does not match format {format!r}')
            ends.pop()
            continue
        at = ways[-1].pop()
        if items[len(ends)] == ('z',) and text[at - 1] == 'z' and data[at - 1] != 'Z':
            continue
        ends.append(at)
        if len(ends) < len(items):
            ways.append(_ends(items[len(ends)], text, at))
    if at != len(data):
        raise ValueError(f'unconverted data remains: {data[at:]}')
    found = {}
    start = 0
    for item, end in zip(items, ends):
        if item.__class__ is tuple:
            found[item[0]] = data[start:end] if item == ('Z',) else text[start:end]
        start = end
    return found


def _offset(text):
    """Microseconds east of UTC."""
    if text == 'z':
        return 0
    plain = text
    if plain[3] == ':':
        plain = plain[:3] + plain[4:]
        if len(plain) > 5:
            if plain[5] != ':':
                raise ValueError(f'Inconsistent use of : in {text}')
            plain = plain[:5] + plain[6:]
    seconds = (int(plain[1:3]) * 60 + int(plain[3:5])) * 60 + int(plain[5:7] or 0)
    total = seconds * 1000000 + int((plain[8:] + '000000')[:6])
    return -total if plain[0] == '-' else total


def _strptime_datetime(cls, data, format='%a %b %d %H:%M:%S %Y'):
    """What `datetime.strptime` gives."""
    parts, offset, name = _read(data, format)[:3]
    if offset is None:
        return cls(*parts)
    from datetime import timedelta, timezone
    offset = timedelta(0, 0, offset)
    return cls(*parts, timezone(offset, name) if name else timezone(offset))


def _read(data, format):
    """Year to microsecond; microseconds east of UTC, or None; the name of the zone; weekday, day of the year, how many
    years later they are reckoned."""
    for position, value in enumerate((data, format)):
        if not isinstance(value, str):
            raise TypeError(f'strptime() argument {position} must be str, not {type(value)}')
    found = _matched(data, format)
    number = {code: int(text) for code, text in found.items() if code in _NUMBERS}
    get = number.get
    year, iso_year, iso_week, julian = get('Y'), get('G'), get('V'), get('j')
    if 'y' in number:
        year = number['y'] + (2000 if number['y'] <= 68 else 1900)
    month, day = get('m', 1), get('d', 1)
    for code in 'bB':
        if code in found:
            month = _WORDS[code].index(found[code]) + 1
    hour = get('H', 0)
    if 'I' in number:
        hour = number['I'] % 12 + (12 if found.get('p') == 'pm' else 0)
    part = int((found['f'] + '00000')[:6]) if 'f' in found else 0
    weekday = None
    for code in found:
        if code in 'aA':
            weekday = _WORDS[code].index(found[code])
        elif code in 'uw':
            weekday = (number[code] - 1) % 7
    week = get('U', get('W'))
    offset = _offset(found['z']) if 'z' in found else None
    name = found.get('Z')
    if iso_year is not None:
        if iso_week is None or weekday is None:
            raise ValueError("ISO year directive '%G' must be used with the ISO week directive '%V' and a weekday "
                             "directive ('%A', '%a', '%w', or '%u').")
        if julian is not None:
            raise ValueError("Day of the year directive '%j' is not compatible with ISO year directive '%G'. "
                             "Use '%Y' instead.")
    elif week is None and iso_week is not None:
        if weekday is None:
            raise ValueError("ISO week directive '%V' must be used with the ISO year directive '%G' and a weekday "
                             "directive ('%A', '%a', '%w', or '%u').")
        raise ValueError("ISO week directive '%V' is incompatible with the year directive '%Y'. "
                         "Use the ISO year '%G' instead.")
    # The last of February is a date of leap years only, and the year 1900 was none.
    shift = 0
    if year is None:
        year = 1900
        if month == 2 and day == 29:
            shift = 4
    from datetime import _calendar
    if julian is None and weekday is not None:
        if week is not None:
            _calendar.check_date(year + shift, 1, 1)
            first = (_calendar.ordinal(year + shift, 1, 1) + 6) % 7
            if 'U' in number:
                julian = 1 + (week * 7 + (weekday + 1) % 7 - (first + 1) % 7) - (7 if first == 6 else 0)
            else:
                julian = 1 + (week * 7 + weekday - first) - (7 if first == 0 else 0)
            if week == 0 and first == (6 if 'U' in number else 0):
                julian += 7
        elif iso_year is not None:
            _calendar.check_date(iso_year, 1, 1)
            start = _calendar.ordinal(iso_year, 1, 1)
            year = iso_year
            julian = _calendar.first_monday(year) + iso_week * 7 - 6 + weekday - start
        if julian is not None and julian <= 0:
            year -= 1
            julian += 366 if _calendar.is_leap(year) else 365
    if julian is not None:
        if year + shift < 1:
            raise _calendar.wrong_date(year + shift, 1, 1)
        year, month, day = _calendar.date_of(_calendar.ordinal(year + shift, 1, 1) + julian - 1)
        year -= shift
    _calendar.check_date(year + shift, month, day)
    parts = (year, month, day, hour, get('M', 0), get('S', 0), part)
    return parts, offset, name, weekday, julian, shift


def _strptime_time(data, format='%a %b %d %H:%M:%S %Y'):
    """What `time.strptime` gives."""
    from time import struct_time
    from datetime import _calendar
    parts, offset, name, weekday, julian, shift = _read(data, format)
    year, month, day = parts[:3]
    if weekday is None:
        weekday = (_calendar.ordinal(year + shift, month, day) + 6) % 7
    if julian is None:
        julian = _calendar.day_of_year(year + shift, month, day)
    return struct_time((*parts[:6], weekday, julian, -1 if name is None else 0))
