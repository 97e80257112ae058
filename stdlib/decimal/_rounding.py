"""From an exact result to one that fits its context."""

from ._number import Decimal
from ._signals import (
    CLAMPED, INEXACT, INVALID, OVERFLOW, ROUNDED, ROUND_05UP, ROUND_CEILING, ROUND_DOWN, ROUND_FLOOR, ROUND_HALF_DOWN,
    ROUND_HALF_EVEN, ROUND_HALF_UP, ROUND_UP, SUBNORMAL, UNDERFLOW)

_new = object.__new__


def make(sign, coefficient, exponent, kind=0):
    """A number of exactly these parts."""
    number = _new(Decimal)
    number._s = sign
    number._c = coefficient
    number._e = exponent
    number._k = kind
    return number


def infinity(sign):
    return make(sign, 0, 0, 1)


def ndigits(coefficient):
    """How many decimal digits it has; zero has one."""
    if not coefficient:
        return 1
    # One less than the number of bits times log10(2) is the number of digits less one or two.
    least = int((coefficient.bit_length() - 1) * 0.3010299956639812) + 1
    return least + (coefficient >= 10 ** least)


def cut(coefficient, drop, sign, mode):
    """The coefficient without its last `drop` digits, rounded, and whether it was changed in value."""
    if coefficient.bit_length() < 3 * drop:
        # Less than half of one unit, however large the power of ten would be.
        quotient, rest, unit = 0, min(coefficient, 1), 4
    else:
        unit = 10 ** drop
        quotient, rest = divmod(coefficient, unit)
    if not rest:
        return quotient, False
    if mode == ROUND_HALF_EVEN:
        rest += rest
        up = rest > unit or rest == unit and quotient & 1
    elif mode == ROUND_HALF_UP:
        up = rest + rest >= unit
    elif mode == ROUND_DOWN:
        up = False
    elif mode == ROUND_UP:
        up = True
    elif mode == ROUND_CEILING:
        up = not sign
    elif mode == ROUND_FLOOR:
        up = sign
    elif mode == ROUND_HALF_DOWN:
        up = rest + rest > unit
    else:
        up = quotient % 5 == 0
    return quotient + 1 if up else quotient, True


def finish(sign, coefficient, exponent, context, status=0):
    """The number of an exact result in a context, whose flags it raises."""
    if coefficient < context._limit and context._low <= exponent <= context._high:
        if status:
            context._signal(status)
        return make(sign, coefficient, exponent)
    prec, emax = context._prec, context._emax
    tiny, top = context._emin - prec + 1, emax - prec + 1
    if not coefficient:
        highest = top if context._clamp else emax
        if not tiny <= exponent <= highest:
            exponent = tiny if exponent < tiny else highest
            status |= CLAMPED
        if status:
            context._signal(status)
        return make(sign, 0, exponent)
    digits = ndigits(coefficient)
    adjusted = exponent + digits - 1
    if adjusted > emax:
        return _overflow(sign, context, status)
    if context._clamp and exponent > top:
        coefficient *= 10 ** (exponent - top)
        digits += exponent - top
        exponent = top
        status |= CLAMPED
    subnormal = adjusted < context._emin
    drop = digits - prec
    if subnormal:
        status |= SUBNORMAL
        drop = tiny - exponent
    if drop > 0:
        coefficient, inexact = cut(coefficient, drop, sign, context._rounding)
        exponent += drop
        status |= ROUNDED
        if inexact:
            status |= INEXACT | UNDERFLOW if subnormal else INEXACT
        if not coefficient:
            status |= CLAMPED
        elif not subnormal and coefficient == 10 ** prec:
            coefficient //= 10
            exponent += 1
            if exponent > top:
                return _overflow(sign, context, status)
    if status:
        context._signal(status)
    return make(sign, coefficient, exponent)


def _overflow(sign, context, status):
    context_mode = context._rounding
    if context_mode in (ROUND_DOWN, ROUND_05UP) or context_mode == (ROUND_FLOOR, ROUND_CEILING)[sign]:
        result = largest(sign, context)
    else:
        result = infinity(sign)
    context._signal(status | OVERFLOW | INEXACT | ROUNDED)
    return result


def largest(sign, context):
    """The largest finite number of the context."""
    return make(sign, 10 ** context._prec - 1, context._emax - context._prec + 1)


def invalid(context, status=INVALID):
    """What an operation without a result gives where that is not trapped."""
    context._signal(status)
    return make(0, 0, 0, 2)


def nans(one, other, context):
    """The NaN that is the result of an operation on these two, or None when neither is one."""
    if one._k == 3 or one._k == 2 and other._k != 3:
        source = one
    elif other._k > 1:
        source = other
    else:
        return None
    if source._k == 3:
        context._signal(INVALID)
    return quiet(source, context)


def quiet(number, context):
    """A NaN made quiet; of its number the last digits remain that fit the precision."""
    payload = number._c
    room = context._prec - context._clamp
    if payload and ndigits(payload) > room:
        payload %= 10 ** room
    return make(number._s, payload, 0, 2)


def finished(number, context):
    """A number as it is in the context."""
    if number._k:
        if number._k > 1:
            return nans(number, number, context)
        return infinity(number._s)
    return finish(number._s, number._c, number._e, context)


def stripped(coefficient, exponent, ideal):
    """Takes trailing zeros off while the exponent is below the ideal one."""
    step = 1
    while exponent < ideal and not coefficient % 10:
        # Steps double while they succeed, so that a thousand zeros need no thousand divisions.
        step = min(step, ideal - exponent)
        quotient, rest = divmod(coefficient, 10 ** step)
        if rest:
            step = 1
            continue
        coefficient = quotient
        exponent += step
        step += step
    return coefficient, exponent
