"""The %XX of URLs."""

_ALWAYS_SAFE = frozenset(b'ABCDEFGHIJKLMNOPQRSTUVWXYZ'
                         b'abcdefghijklmnopqrstuvwxyz'
                         b'0123456789_.-~')
_HEX = {}
# By the signs that are safe besides: the text of each byte.
_tables = {}


def _table(safe):
    table = _tables.get(safe)
    if table is None:
        allowed = _ALWAYS_SAFE.union(safe)
        table = [chr(b) if b in allowed else '%%%02X' % b
                 for b in range(256)]
        if len(_tables) < 64:
            _tables[safe] = table
    return table


def quote(string, safe='/', encoding=None, errors=None):
    """The text with what URLs do not allow as %XX."""
    if isinstance(string, str):
        if not string:
            return string
        string = string.encode(encoding or 'utf-8', errors or 'strict')
    elif encoding is not None:
        raise TypeError("quote() doesn't support 'encoding' for bytes")
    elif errors is not None:
        raise TypeError("quote() doesn't support 'errors' for bytes")
    return quote_from_bytes(string, safe)


def quote_plus(string, safe='', encoding=None, errors=None):
    """Like `quote`, with a plus for each space: for forms."""
    space = ' ' if isinstance(string, str) else b' '
    if space not in string:
        return quote(string, safe, encoding, errors)
    also = ' ' if isinstance(safe, str) else b' '
    return quote(string, safe + also, encoding, errors).replace(' ', '+')


def quote_from_bytes(bs, safe='/'):
    """Like `quote`, of bytes."""
    if not isinstance(bs, (bytes, bytearray)):
        raise TypeError('quote_from_bytes() expected bytes')
    if not bs:
        return ''
    if isinstance(safe, str):
        safe = safe.encode('ascii', 'ignore')
    else:
        safe = bytes([c for c in safe if c < 128])
    table = _table(safe)
    return ''.join([table[b] for b in bs])


def unquote_to_bytes(string):
    """The bytes of which `quote` makes the text."""
    if not string:
        string.split  # AttributeError for what is no text
        return b''
    if isinstance(string, str):
        string = string.encode('utf-8')
    first, *rest = string.split(b'%')
    if not rest:
        return string
    if not _HEX:
        digits = '0123456789ABCDEFabcdef'
        for a in digits:
            for b in digits:
                _HEX[(a + b).encode()] = bytes([int(a + b, 16)])
    found = [first]
    for part in rest:
        byte = _HEX.get(bytes(part[:2]))
        if byte is None:
            found.append(b'%')
            found.append(part)
        else:
            found.append(byte)
            found.append(part[2:])
    return b''.join(found)


def unquote(string, encoding='utf-8', errors='replace'):
    """The text that `quote` made into another."""
    if isinstance(string, bytes):
        return unquote_to_bytes(string).decode(encoding, errors)
    if '%' not in string:
        string.split  # AttributeError for what is no text
        return string
    if encoding is None:
        encoding = 'utf-8'
    if errors is None:
        errors = 'replace'
    if string.isascii():
        return unquote_to_bytes(string).decode(encoding, errors)
    # What is not ASCII is text already, whatever the encoding.
    found = []
    at = 0
    end = len(string)
    while at < end:
        start = at
        ascii = string[at] < '\x80'
        while at < end and (string[at] < '\x80') == ascii:
            at += 1
        part = string[start:at]
        found.append(unquote_to_bytes(part).decode(encoding, errors)
                     if ascii else part)
    return ''.join(found)


def unquote_plus(string, encoding='utf-8', errors='replace'):
    """Like `unquote`, with a space for each plus: for forms."""
    return unquote(string.replace('+', ' '), encoding, errors)


def _pairs(query):
    if hasattr(query, 'items'):
        return query.items()
    try:
        if len(query) and not isinstance(query[0], tuple):
            raise TypeError
    except TypeError:
        raise TypeError('not a valid non-string sequence '
                        'or mapping object') from None
    return query


def urlencode(query, doseq=False, safe='', encoding=None, errors=None,
              quote_via=quote_plus):
    """A query of pairs or of a mapping; with `doseq` a value may be many."""
    def text(value):
        if isinstance(value, bytes):
            return quote_via(value, safe)
        return quote_via(value if isinstance(value, str) else str(value),
                         safe, encoding, errors)

    found = []
    for name, value in _pairs(query):
        name = text(name)
        if doseq and not isinstance(value, (bytes, str)):
            try:
                len(value)
            except TypeError:
                pass
            else:
                for each in value:
                    found.append(name + '=' + text(each))
                continue
        found.append(name + '=' + text(value))
    return '&'.join(found)
