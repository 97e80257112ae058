"""Bytes as text of few signs, and back."""

import binascii

__all__ = ['encode', 'decode', 'encodebytes', 'decodebytes', 'b64encode',
           'b64decode', 'b32encode', 'b32decode', 'b32hexencode',
           'b32hexdecode', 'b16encode', 'b16decode', 'b85encode', 'b85decode',
           'a85encode', 'a85decode', 'standard_b64encode',
           'standard_b64decode', 'urlsafe_b64encode', 'urlsafe_b64decode']

MAXLINESIZE = 76
MAXBINSIZE = MAXLINESIZE // 4 * 3

_TO_URL = bytes.maketrans(b'+/', b'-_')
_FROM_URL = bytes.maketrans(b'-_', b'+/')
_B32 = b'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'
_B32HEX = b'0123456789ABCDEFGHIJKLMNOPQRSTUV'
_B85 = (b'0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'
        b'!#$%&()*+-;<=>?@^_`{|}~')
_A85 = bytes(range(33, 118))


def _bytes(s):
    # What a text to decode may be given as.
    if isinstance(s, str):
        try:
            return s.encode('ascii')
        except UnicodeEncodeError:
            raise ValueError('string argument should contain only '
                             'ASCII characters')
    if isinstance(s, (bytes, bytearray)):
        return s
    try:
        return memoryview(s).tobytes()
    except TypeError:
        raise TypeError('argument should be a bytes-like object or ASCII '
                        'string, not %r' % s.__class__.__name__) from None


def _whole(b):
    if isinstance(b, (bytes, bytearray)):
        return bytes(b)
    return memoryview(b).tobytes()


def b64encode(s, altchars=None):
    """Base 64; `altchars` stand for plus and slash."""
    encoded = binascii.b2a_base64(s, newline=False)
    if altchars is not None:
        assert len(altchars) == 2, repr(altchars)
        return encoded.translate(bytes.maketrans(b'+/', altchars))
    return encoded


def b64decode(s, altchars=None, validate=False):
    """The bytes of base 64; unless `validate`, other signs are skipped."""
    s = _bytes(s)
    if altchars is not None:
        altchars = _bytes(altchars)
        assert len(altchars) == 2, repr(altchars)
        s = s.translate(bytes.maketrans(altchars, b'+/'))
    return binascii.a2b_base64(s, strict_mode=validate)


def standard_b64encode(s):
    return b64encode(s)


def standard_b64decode(s):
    return b64decode(s)


def urlsafe_b64encode(s):
    """Base 64 with minus and underscore."""
    return b64encode(s).translate(_TO_URL)


def urlsafe_b64decode(s):
    return b64decode(_bytes(s).translate(_FROM_URL))


def _digits(n, count, alphabet):
    # The number in so many digits, the greatest first.
    base = len(alphabet)
    found = bytearray(count)
    for at in range(count - 1, -1, -1):
        n, digit = divmod(n, base)
        found[at] = alphabet[digit]
    return found


def _b32encode(alphabet, s):
    s = _whole(s)
    found = bytearray()
    for at in range(0, len(s), 5):
        part = s[at:at + 5]
        digits = _digits(int.from_bytes(part.ljust(5, b'\0'), 'big'), 8,
                         alphabet)
        used = (len(part) * 8 + 4) // 5
        found += digits[:used] + b'=' * (8 - used)
    return bytes(found)


def _b32decode(alphabet, s, casefold=False, map01=None):
    s = bytes(_bytes(s))
    if len(s) % 8:
        raise binascii.Error('Incorrect padding')
    if map01 is not None:
        map01 = _bytes(map01)
        assert len(map01) == 1, repr(map01)
        s = s.translate(bytes.maketrans(b'01', b'O' + map01))
    if casefold:
        s = s.upper()
    length = len(s)
    s = s.rstrip(b'=')
    pads = length - len(s)
    values = {sign: value for value, sign in enumerate(alphabet)}
    found = bytearray()
    for at in range(0, len(s), 8):
        n = 0
        part = s[at:at + 8]
        for sign in part:
            value = values.get(sign)
            if value is None:
                raise binascii.Error('Non-base32 digit found') from None
            n = n << 5 | value
        found += (n << 5 * (8 - len(part))).to_bytes(5, 'big')
    if length % 8 or pads not in (0, 1, 3, 4, 6):
        raise binascii.Error('Incorrect padding')
    if pads and found:
        del found[-((5 * pads + 7) // 8):]
    return bytes(found)


def b32encode(s):
    return _b32encode(_B32, s)


def b32decode(s, casefold=False, map01=None):
    return _b32decode(_B32, s, casefold, map01)


def b32hexencode(s):
    return _b32encode(_B32HEX, s)


def b32hexdecode(s, casefold=False):
    return _b32decode(_B32HEX, s, casefold)


b32encode.__doc__ = b32hexencode.__doc__ = """Base 32."""
b32decode.__doc__ = b32hexdecode.__doc__ = """The bytes of base 32."""


def b16encode(s):
    """Base 16, in capital letters."""
    return binascii.hexlify(s).upper()


def b16decode(s, casefold=False):
    """The bytes of base 16."""
    s = _bytes(s)
    if casefold:
        s = s.upper()
    if s.translate(None, b'0123456789ABCDEF'):
        raise binascii.Error('Non-base16 digit found')
    return binascii.unhexlify(s)


def _85encode(b, alphabet, pad, zeros=False, spaces=False):
    found = bytearray()
    for at in range(0, len(b), 4):
        part = b[at:at + 4]
        missing = 4 - len(part)
        n = int.from_bytes(part.ljust(4, b'\0'), 'big')
        # A short group of zeros is written out.
        if zeros and n == 0 and (pad or not missing):
            found += b'z'
        elif spaces and n == 0x20202020:
            found += b'y'
        else:
            digits = _digits(n, 5, alphabet)
            found += digits if pad else digits[:5 - missing]
    return bytes(found)


def a85encode(b, *, foldspaces=False, wrapcol=0, pad=False, adobe=False):
    """Ascii85."""
    found = _85encode(_whole(b), _A85, pad, True, foldspaces)
    if adobe:
        found = b'<~' + found
    if wrapcol:
        wrapcol = max(2 if adobe else 1, wrapcol)
        lines = [found[at:at + wrapcol]
                 for at in range(0, len(found), wrapcol)]
        if adobe and len(lines[-1]) + 2 > wrapcol:
            lines.append(b'')
        found = b'\n'.join(lines)
    if adobe:
        found += b'~>'
    return found


def a85decode(b, *, foldspaces=False, adobe=False,
              ignorechars=b' \t\n\r\v'):
    """The bytes of Ascii85."""
    b = _bytes(b)
    if adobe:
        if not b.endswith(b'~>'):
            raise ValueError('Ascii85 encoded byte sequences must end '
                             "with b'~>'")
        b = b[2:-2] if b.startswith(b'<~') else b[:-2]
    found = bytearray()
    n = count = 0

    def put(sign):
        nonlocal n, count
        n = n * 85 + (sign - 33)
        count += 1
        if count == 5:
            if n > 0xffffffff:
                raise ValueError('Ascii85 overflow') from None
            found.extend(n.to_bytes(4, 'big'))
            n = count = 0

    for sign in b:
        if 33 <= sign <= 117:
            put(sign)
        elif sign == 122:
            if count:
                raise ValueError('z inside Ascii85 5-tuple')
            found.extend(b'\0\0\0\0')
        elif foldspaces and sign == 121:
            if count:
                raise ValueError('y inside Ascii85 5-tuple')
            found.extend(b'    ')
        elif sign not in ignorechars:
            raise ValueError('Non-Ascii85 digit found: %c' % sign)
    if count:
        missing = 5 - count
        for _ in range(missing):
            put(117)
        del found[-missing:]
    return bytes(found)


def b85encode(b, pad=False):
    """Base 85."""
    return _85encode(_whole(b), _B85, pad)


def b85decode(b):
    """The bytes of base 85."""
    b = bytes(_bytes(b))
    values = {sign: value for value, sign in enumerate(_B85)}
    missing = -len(b) % 5
    b += b'~' * missing
    found = bytearray()
    for at in range(0, len(b), 5):
        n = 0
        for place, sign in enumerate(b[at:at + 5], at):
            value = values.get(sign)
            if value is None:
                raise ValueError('bad base85 character at position %d'
                                 % place) from None
            n = n * 85 + value
        if n > 0xffffffff:
            raise ValueError('base85 overflow in hunk starting at byte %d'
                             % at) from None
        found += n.to_bytes(4, 'big')
    if missing:
        del found[-missing:]
    return bytes(found)


def encode(input, output):
    """Writes what a binary file holds into another, in base 64."""
    while True:
        s = input.read(MAXBINSIZE)
        if not s:
            break
        while len(s) < MAXBINSIZE:
            more = input.read(MAXBINSIZE - len(s))
            if not more:
                break
            s += more
        output.write(binascii.b2a_base64(s))


def decode(input, output):
    """Writes the bytes of a file of base 64 into another."""
    while True:
        line = input.readline()
        if not line:
            break
        output.write(binascii.a2b_base64(line))


def _check_bytes(s):
    try:
        m = memoryview(s)
    except TypeError:
        raise TypeError('expected bytes-like object, not %s'
                        % s.__class__.__name__) from None
    if m.format not in ('c', 'b', 'B'):
        raise TypeError('expected single byte elements, not %r from %s'
                        % (m.format, s.__class__.__name__))
    if m.ndim != 1:
        raise TypeError('expected 1-D data, not %d-D data from %s'
                        % (m.ndim, s.__class__.__name__))


def encodebytes(s):
    """Base 64 in lines of 76 signs."""
    _check_bytes(s)
    return b''.join([binascii.b2a_base64(s[at:at + MAXBINSIZE])
                     for at in range(0, len(s), MAXBINSIZE)])


def decodebytes(s):
    """The bytes of base 64 in lines."""
    _check_bytes(s)
    return binascii.a2b_base64(s)
