"""`struct` for doubles and 64-bit integers, which tests of floats compare bit by bit."""

import math


class error(Exception):
    pass


def _bits(x):
    sign = 1 << 63 if math.copysign(1.0, x) < 0 else 0
    x = abs(x)
    if x != x:
        return sign | 0x7ff8 << 48
    if x == math.inf:
        return sign | 0x7ff << 52
    if x < 2.0 ** -1022:
        return sign | int(math.ldexp(x, 1074))
    mantissa, exponent = math.frexp(x)
    return sign | (exponent + 1022) << 52 | int(mantissa * 2 ** 53) - 2 ** 52


def _double(bits):
    sign = -1.0 if bits >> 63 else 1.0
    exponent = bits >> 52 & 0x7ff
    fraction = bits & 2 ** 52 - 1
    if exponent == 0x7ff:
        return sign * (math.nan if fraction else math.inf)
    if exponent == 0:
        return sign * math.ldexp(fraction, -1074)
    return sign * math.ldexp(2 ** 52 + fraction, exponent - 1075)


_SIZES = {'b': 1, 'B': 1, 'h': 2, 'H': 2, 'i': 4, 'I': 4, 'l': 8, 'L': 8, 'q': 8, 'Q': 8,
          'd': 8, 'n': 8, 'N': 8, 'P': 8}


def _split(form):
    order = 'little'
    if form[0] in '<>=!@':
        order = 'big' if form[0] in '>!' else 'little'
        if form[0] != '@':
            # A long has four bytes on every machine, an int as well.
            form = form.replace('l', 'i').replace('L', 'I')
        form = form[1:]
    return order, form


def calcsize(form):
    return sum(_SIZES[code] for code in _split(form)[1])


def pack(form, *values):
    order, form = _split(form)
    parts = []
    for code, value in zip(form, values):
        if code == 'd':
            parts.append(_bits(value).to_bytes(8, order))
        else:
            parts.append(value.to_bytes(_SIZES[code], order, signed=code.islower()))
    return b''.join(parts)


def unpack(form, data):
    order, form = _split(form)
    values = []
    at = 0
    for code in form:
        part = data[at:at + _SIZES[code]]
        at += _SIZES[code]
        if code == 'd':
            values.append(_double(int.from_bytes(part, order)))
        else:
            values.append(int.from_bytes(part, order, signed=code.islower()))
    return tuple(values)
