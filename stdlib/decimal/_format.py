"""format(): what a specification asks for."""

from ._number import digits_of, text
from ._rounding import cut, make, ndigits


def _read(spec):
    """fill, align, sign, whether -0 loses its sign, width, comma, precision and type; None for no specification of ours."""
    fill, align, place = ' ', '>', 0
    given = False
    if len(spec) > 1 and spec[1] in '<>=^':
        fill, align, place, given = spec[0], spec[1], 2, True
    elif spec[:1] in ('<', '>', '=', '^'):
        align, place, given = spec[0], 1, True
    sign = '-'
    if spec[place:place + 1] in ('+', '-', ' '):
        sign = spec[place]
        place += 1
    positive = spec[place:place + 1] == 'z'
    place += positive
    if spec[place:place + 1] == '0':
        if given:
            return None
        fill, align, place = '0', 'z', place + 1
    end = place
    while spec[end:end + 1] and spec[end] in '0123456789':
        end += 1
    if end - place > 18 or spec[place:place + 1] == '0':
        return None
    width = int(spec[place:end] or 0)
    place = end
    comma = spec[place:place + 1] == ','
    place += comma
    precision = None
    if spec[place:place + 1] == '.':
        end = place = place + 1
        while spec[end:end + 1] and spec[end] in '0123456789':
            end += 1
        if end == place or end - place > 18:
            return None
        precision = int(spec[place:end])
        place = end
    kind = spec[place:]
    if kind not in ('', 'e', 'E', 'f', 'F', 'g', 'G', 'n', '%') or kind == 'n' and comma:
        return None
    return fill, align, sign, positive, width, comma, precision, kind


# The specifications read last: a program has few, and uses them often.
_known = {}


def formatted(number, spec, context):
    if not isinstance(spec, str):
        raise TypeError('format arg must be str')
    parts = _known.get(spec)
    if parts is None:
        parts = _read(spec)
        if parts is None:
            raise ValueError('invalid format string')
        if len(_known) == 64:
            _known.clear()
        _known[spec] = parts
    fill, align, sign, positive, width, comma, precision, kind = parts
    upper = context._capitals if not kind else kind in 'EFG'
    if number._k:
        negative = number._s
        whole, rest = text(make(0, number._c, 0, number._k), 1), ''
        if align == 'z':
            fill, align = ' ', '>'
        comma = False
        if kind == '%':
            rest = '%'
    else:
        number, whole, rest = _shown(number, kind.lower() or 'g', precision, upper, context)
        negative = number._s and not (positive and not number._c)
    head = '-' if negative else sign if sign in '+ ' else ''
    if align == 'z':
        whole = _padded(whole, width - len(head) - len(rest), comma)
        return head + whole + rest
    if comma:
        whole = _grouped(whole)
    missing = width - len(head) - len(whole) - len(rest)
    if missing <= 0:
        return head + whole + rest
    if align == '=':
        return head + fill * missing + whole + rest
    if align == '<':
        return head + whole + rest + fill * missing
    left = missing if align == '>' else missing // 2
    return fill * left + head + whole + rest + fill * (missing - left)


def _shown(number, kind, precision, upper, context):
    """The rounded number, the text before the point, and what follows."""
    sign, coefficient, exponent = number._s, number._c, number._e
    tail = ''
    point = None
    if kind == '%':
        exponent += 2
        kind, tail = 'f', '%'
    if kind == 'f':
        if precision is not None:
            sign, coefficient, exponent = _rescaled(sign, coefficient, exponent, -precision, context)
        if exponent > 0:
            coefficient, exponent = coefficient * 10 ** exponent, 0
    elif kind == 'e':
        if precision is not None:
            if coefficient:
                sign, coefficient, exponent = _to_digits(sign, coefficient, exponent, precision + 1, context)
            else:
                point = 1 - precision
    elif precision is not None and ndigits(coefficient) > (precision or 1):
        sign, coefficient, exponent = _to_digits(sign, coefficient, exponent, precision or 1, context)
    digits = digits_of(coefficient)
    end = exponent + len(digits)
    if kind == 'f' or kind != 'e' and exponent <= 0 and end > -6:
        point = end
    elif point is None:
        point = 1
    if kind == 'e' or point != end:
        tail = f'{"E" if upper else "e"}{end - point:+d}{tail}'
    if point <= 0:
        digits = '0' * (1 - point) + digits
        point = 1
    elif point > len(digits):
        digits += '0' * (point - len(digits))
    rest = '.' + digits[point:] if point < len(digits) else ''
    return make(sign, coefficient, exponent), digits[:point], rest + tail


def _rescaled(sign, coefficient, exponent, wanted, context):
    if exponent >= wanted:
        return sign, coefficient * 10 ** (exponent - wanted), wanted
    return sign, cut(coefficient, wanted - exponent, sign, context._rounding)[0], wanted


def _to_digits(sign, coefficient, exponent, wanted, context):
    drop = ndigits(coefficient) - wanted
    if drop <= 0:
        return sign, coefficient * 10 ** -drop, exponent + drop
    coefficient = cut(coefficient, drop, sign, context._rounding)[0]
    if ndigits(coefficient) > wanted:
        coefficient //= 10
        drop += 1
    return sign, coefficient, exponent + drop


def _grouped(digits):
    """The digits in groups of three."""
    first = len(digits) % 3 or 3
    groups = [digits[:first]]
    groups += [digits[start:start + 3] for start in range(first, len(digits), 3)]
    return ','.join(groups)


def _padded(digits, width, comma):
    """The digits with zeros before them; commas count, and no group starts with one."""
    if not comma:
        return digits.zfill(width)
    count = max(len(digits), width * 3 // 4)
    while len(shown := _grouped(digits.zfill(count))) < width:
        count += 1
    return shown
