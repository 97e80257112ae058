"""Operations on the digits of a coefficient: shifts, rotations, logic; and on the exponent."""

from ._number import digits_of, int_of
from ._rounding import finish, infinity, invalid, make, nans, ndigits
from ._signals import DIVISION_BY_ZERO


def _distance(number, limit):
    """A small integer, or None where the number is none."""
    if number._k or number._e or number._c > limit:
        return None
    return -number._c if number._s else number._c


def _moved(one, other, context, move):
    nan = nans(one, other, context)
    if nan is not None:
        return nan
    prec = context._prec
    distance = _distance(other, prec)
    if distance is None:
        return invalid(context)
    if one._k:
        return infinity(one._s)
    coefficient = one._c % 10 ** prec if ndigits(one._c) > prec else one._c
    return make(one._s, move(coefficient, distance, prec), one._e)


def rotate(one, other, context):
    def move(coefficient, distance, prec):
        high, low = divmod(coefficient, 10 ** (prec - distance % prec))
        return low * 10 ** (distance % prec) + high
    return _moved(one, other, context, move)


def shift(one, other, context):
    def move(coefficient, distance, prec):
        if distance < 0:
            return coefficient // 10 ** -distance
        return coefficient * 10 ** distance % 10 ** prec
    return _moved(one, other, context, move)


def scaleb(one, other, context):
    nan = nans(one, other, context)
    if nan is not None:
        return nan
    distance = _distance(other, 2 * (context._emax + context._prec))
    if distance is None:
        return invalid(context)
    if one._k:
        return infinity(one._s)
    return finish(one._s, one._c, one._e + distance, context)


def logb(number, context):
    if number._k:
        return nans(number, number, context) if number._k > 1 else infinity(0)
    if not number._c:
        context._signal(DIVISION_BY_ZERO)
        return infinity(1)
    exponent = number._e + ndigits(number._c) - 1
    return finish(int(exponent < 0), abs(exponent), 0, context)


def _bits(number):
    """The coefficient read as binary digits, or None."""
    if number._k or number._s or number._e:
        return None
    digits = digits_of(number._c)
    return None if digits.strip('01') else int(digits, 2)


def _logical(one, other, context, operation):
    first, second = _bits(one), _bits(other)
    if first is None or second is None:
        return invalid(context)
    mask = (1 << context._prec) - 1
    return make(0, int_of(format(operation(first & mask, second & mask), 'b')), 0)


def logical_and(one, other, context):
    return _logical(one, other, context, lambda first, second: first & second)


def logical_or(one, other, context):
    return _logical(one, other, context, lambda first, second: first | second)


def logical_xor(one, other, context):
    return _logical(one, other, context, lambda first, second: first ^ second)


def logical_invert(number, context):
    return _logical(number, make(0, (10 ** context._prec - 1) // 9, 0), context, lambda first, second: first ^ second)
