"""The basic operations. Each takes numbers and a context."""

from ._rounding import cut, finish, finished, infinity, invalid, make, nans, ndigits, stripped
from ._signals import (
    CLAMPED, DIVISION_BY_ZERO, IMPOSSIBLE, INEXACT, INVALID, ROUNDED, ROUND_FLOOR, ROUND_HALF_EVEN, UNDEFINED)


def add(one, other, context):
    return _sum(one, other, other._s, context)


def subtract(one, other, context):
    return _sum(one, other, 1 - other._s, context)


def _sum(one, other, sign, context):
    """The sum, with `sign` for that of the second number."""
    if one._k or other._k:
        nan = nans(one, other, context)
        if nan is not None:
            return nan
        if one._k:
            if other._k and one._s != sign:
                return invalid(context)
            return infinity(one._s)
        return infinity(sign)
    return total(one._s, one._c, one._e, sign, other._c, other._e, context)


def total(sign, coefficient, exponent, other_sign, other, other_exponent, context):
    """The sum of two finite numbers in parts."""
    if exponent != other_exponent:
        if exponent < other_exponent:
            sign, other_sign = other_sign, sign
            coefficient, other = other, coefficient
            exponent, other_exponent = other_exponent, exponent
        # The first has the larger exponent now and takes that of the other. Digits of the other far below those that the
        # context keeps only tell that something is there.
        if coefficient:
            gap = exponent - other_exponent
            prec = context._prec
            if gap > prec:
                low = exponent + min(-1, ndigits(coefficient) - prec - 2)
                if other:
                    if other_exponent + ndigits(other) - 1 < low:
                        other, other_exponent = 1, low
                else:
                    other_exponent = max(other_exponent, low)
            coefficient *= 10 ** (exponent - other_exponent)
        exponent = other_exponent
    if sign == other_sign:
        return finish(sign, coefficient + other, exponent, context)
    coefficient -= other
    if coefficient > 0:
        return finish(sign, coefficient, exponent, context)
    if coefficient:
        return finish(other_sign, -coefficient, exponent, context)
    return finish(1 if context._rounding == ROUND_FLOOR else 0, 0, exponent, context)


def plus(number, context):
    if number._k:
        return finished(number, context)
    if not number._c:
        return finish(_zero_sign(number._s, context), 0, number._e, context)
    return finish(number._s, number._c, number._e, context)


def minus(number, context):
    if number._k:
        if number._k > 1:
            return nans(number, number, context)
        return infinity(1 - number._s)
    sign = 1 - number._s if number._c else _zero_sign(1 - number._s, context)
    return finish(sign, number._c, number._e, context)


def _zero_sign(sign, context):
    """The sign of zero after the addition of 0 to a zero."""
    return 1 if sign and context._rounding == ROUND_FLOOR else 0


def absolute(number, context):
    if number._k > 1:
        return nans(number, number, context)
    return infinity(0) if number._k else finish(0, number._c, number._e, context)


def multiply(one, other, context):
    sign = one._s ^ other._s
    if one._k or other._k:
        nan = nans(one, other, context)
        if nan is not None:
            return nan
        if not (one._k or one._c) or not (other._k or other._c):
            return invalid(context)
        return infinity(sign)
    return finish(sign, one._c * other._c, one._e + other._e, context)


def fma(one, other, third, context):
    """one * other + third, rounded once."""
    if one._k > 1 or other._k > 1 or third._k > 1:
        for number in (one, other, third):
            if number._k == 3:
                return nans(number, number, context)
        for number in (one, other, third):
            if number._k == 2:
                return nans(number, number, context)
    sign = one._s ^ other._s
    if one._k or other._k:
        if not (one._k or one._c) or not (other._k or other._c):
            return invalid(context)
        if third._k and third._s != sign:
            return invalid(context)
        return infinity(sign)
    if third._k:
        return infinity(third._s)
    return total(sign, one._c * other._c, one._e + other._e, third._s, third._c, third._e, context)


def divide(one, other, context):
    sign = one._s ^ other._s
    if one._k or other._k:
        nan = nans(one, other, context)
        if nan is not None:
            return nan
        if one._k:
            return invalid(context) if other._k else infinity(sign)
        context._signal(CLAMPED)
        return make(sign, 0, context.Etiny())
    dividend, divisor = one._c, other._c
    if not divisor:
        if not dividend:
            return invalid(context, UNDEFINED)
        context._signal(DIVISION_BY_ZERO)
        return infinity(sign)
    ideal = one._e - other._e
    if not dividend:
        return finish(sign, 0, ideal, context)
    shift = ndigits(divisor) - ndigits(dividend) + context._prec + 1
    if shift > 10000:
        # A precision that asks for exact results only. The digits of an exact quotient are no more than the divisor's bits.
        bits = divisor.bit_length()
        if bits < shift and dividend * 10 ** bits % divisor == 0:
            shift = bits
    if shift >= 0:
        quotient, rest = divmod(dividend * 10 ** shift, divisor)
    else:
        quotient, rest = divmod(dividend, divisor * 10 ** -shift)
    exponent = ideal - shift
    if rest:
        # A last digit that is neither 0 nor 5 rounds as the endless quotient does.
        if quotient % 5 == 0:
            quotient += 1
    elif exponent < ideal:
        quotient, exponent = stripped(quotient, exponent, ideal)
    return finish(sign, quotient, exponent, context)


def _whole(one, other, context):
    """Whole quotient and rest of two finite numbers, with the exponent of the rest; None for too many digits."""
    exponent = min(one._e, other._e)
    distance = one._e + ndigits(one._c) - other._e - ndigits(other._c)
    if not one._c:
        return 0, 0, exponent
    if distance < -1:
        # Smaller than the divisor, perhaps by far more than memory has room for digits.
        return (0, one._c, one._e) if one._e <= other._e else (0, one._c * 10 ** (one._e - exponent), exponent)
    if distance > context._prec:
        return None
    quotient, rest = divmod(one._c * 10 ** (one._e - exponent), other._c * 10 ** (other._e - exponent))
    if ndigits(quotient) > context._prec:
        return None
    return quotient, rest, exponent


def divide_int(one, other, context):
    sign = one._s ^ other._s
    if one._k or other._k:
        nan = nans(one, other, context)
        if nan is not None:
            return nan
        if one._k:
            return invalid(context) if other._k else infinity(sign)
        return make(sign, 0, 0)
    if not other._c:
        if not one._c:
            return invalid(context, UNDEFINED)
        context._signal(DIVISION_BY_ZERO)
        return infinity(sign)
    parts = _whole(one, other, context)
    if parts is None:
        return invalid(context, IMPOSSIBLE)
    return finish(sign, parts[0], 0, context)


def _divided(one, other, context):
    """What has no rest, or is one already; or the whole quotient, the rest and its exponent."""
    if one._k or other._k:
        nan = nans(one, other, context)
        if nan is None:
            nan = invalid(context) if one._k else finish(one._s, one._c, one._e, context)
        return nan, None
    if not other._c:
        return invalid(context, INVALID if one._c else UNDEFINED), None
    parts = _whole(one, other, context)
    return (invalid(context, IMPOSSIBLE) if parts is None else None), parts


def remainder(one, other, context):
    result, parts = _divided(one, other, context)
    if parts is None:
        return result
    return finish(one._s, parts[1], parts[2], context)


def divide_both(one, other, context):
    """divmod: whole quotient and rest."""
    sign = one._s ^ other._s
    if one._k or other._k:
        nan = nans(one, other, context)
        if nan is not None:
            return nan, nan
        if one._k:
            nan = invalid(context)
            return nan if other._k else infinity(sign), nan
        return make(sign, 0, 0), finish(one._s, one._c, one._e, context)
    if not other._c:
        if not one._c:
            nan = invalid(context, UNDEFINED)
            return nan, nan
        nan = invalid(context, DIVISION_BY_ZERO | INVALID)
        return infinity(sign), nan
    parts = _whole(one, other, context)
    if parts is None:
        nan = invalid(context, IMPOSSIBLE)
        return nan, nan
    # One signal for both results.
    inner = context.copy()
    inner._flags = inner._traps = 0
    pair = finish(sign, parts[0], 0, inner), finish(one._s, parts[1], parts[2], inner)
    context._signal(inner._flags)
    return pair


def remainder_near(one, other, context):
    """What is missing to, or too much for, the nearest multiple."""
    result, parts = _divided(one, other, context)
    if parts is None:
        return result
    quotient, rest, exponent = parts
    sign = one._s
    if rest and one._e + ndigits(one._c) - other._e - ndigits(other._c) >= -1:
        unit = other._c * 10 ** (other._e - exponent)
        if rest + rest > unit or rest + rest == unit and quotient & 1:
            rest = unit - rest
            sign = 1 - sign
            quotient += 1
    if ndigits(quotient) > context._prec:
        return invalid(context, IMPOSSIBLE)
    return finish(sign, rest, exponent, context)


def quantize(number, pattern, context, mode=None):
    """The number with the exponent of the pattern."""
    if number._k or pattern._k:
        nan = nans(number, pattern, context)
        if nan is not None:
            return nan
        return infinity(number._s) if number._k and pattern._k else invalid(context)
    return rescaled(number, pattern._e, context, mode)


def rescaled(number, exponent, context, mode=None):
    """The finite number with this exponent."""
    if exponent > context._emax or exponent < context.Etiny():
        return invalid(context)
    coefficient = number._c
    if not coefficient:
        return finish(number._s, 0, exponent, context)
    shift = number._e - exponent
    digits = ndigits(coefficient)
    if digits + shift > context._prec:
        return invalid(context)
    status = 0
    if shift >= 0:
        coefficient *= 10 ** shift
    else:
        coefficient, inexact = cut(coefficient, -shift, number._s, mode or context._rounding)
        status = ROUNDED | INEXACT if inexact else ROUNDED
        if coefficient >= context._limit and ndigits(coefficient) > context._prec:
            return invalid(context)
    if exponent + ndigits(coefficient) - 1 > context._emax:
        return invalid(context)
    return finish(number._s, coefficient, exponent, context, status)


def integral(number, context, mode, tell):
    """The nearest integer; flags are raised when `tell` is true."""
    if number._k:
        return finished(number, context)
    if number._e >= 0:
        return make(number._s, number._c, number._e)
    if not number._c:
        return make(number._s, 0, 0)
    coefficient, inexact = cut(number._c, -number._e, number._s, mode or context._rounding)
    if tell:
        context._signal(ROUNDED | INEXACT if inexact else ROUNDED)
    return make(number._s, coefficient, 0)


def normalize(number, context):
    """Rounded, then without trailing zeros."""
    number = finished(number, context)
    if number._k:
        return number
    if not number._c:
        return make(number._s, 0, 0)
    highest = context.Etop() if context._clamp else context._emax
    coefficient, exponent = stripped(number._c, number._e, highest)
    return make(number._s, coefficient, exponent)


def whole(number, mode=ROUND_HALF_EVEN):
    """A Python int from a number."""
    if number._k:
        if number._k > 1:
            raise ValueError('cannot convert NaN to integer')
        raise OverflowError('cannot convert Infinity to integer')
    if number._e >= 0:
        value = number._c * 10 ** number._e
    else:
        value = cut(number._c, -number._e, number._s, mode)[0]
    return -value if number._s else value
