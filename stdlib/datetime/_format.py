"""strftime: what the zone and the microseconds put into a format before `time.strftime` sees it."""

from ._zone import offset_text


def formatted(self, format, fields):
    """The text of a date or a time, whose struct_time is `fields`."""
    from time import strftime
    if '%' not in format:
        return format
    pieces = []
    at = 0
    while (found := format.find('%', at)) >= 0:
        pieces.append(format[at:found])
        code = format[found + 1:found + 2]
        at = found + 2
        if code == 'f':
            pieces.append(f"{getattr(self, '_part', 0):06d}")
        elif code == 'z':
            pieces.append(_offset(self, ''))
        elif code == 'Z':
            pieces.append(_name(self))
        elif code == ':' and format[at:at + 1] == 'z':
            pieces.append(_offset(self, ':'))
            at += 1
        else:
            pieces.append(format[found:at])
    pieces.append(format[at:])
    return strftime(''.join(pieces), fields)


def _offset(self, colon):
    if getattr(self, '_tz', None) is None:
        return ''
    offset = self.utcoffset()
    return '' if offset is None else offset_text(offset, colon)


def _name(self):
    if getattr(self, '_tz', None) is None:
        return ''
    return (self.tzname() or '').replace('%', '%%')
