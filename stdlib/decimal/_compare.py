"""Order and equality, and what depends on them."""

import sys

from ._context import getcontext
from ._number import coerced, of_float
from ._rounding import finished, infinity, largest, make, nans, ndigits, quiet
from ._signals import (
    CLAMPED, FLOAT_OPERATION, INEXACT, INVALID, OVERFLOW, ROUNDED, ROUND_CEILING, ROUND_FLOOR, SUBNORMAL, UNDERFLOW)


def order(one, other):
    """-1, 0 or 1 for two numbers that are no NaN."""
    if one._k or other._k:
        first = one._k and (1, -1)[one._s]
        second = other._k and (1, -1)[other._s]
        return (first > second) - (first < second)
    if one._e == other._e:
        first = -one._c if one._s else one._c
        second = -other._c if other._s else other._c
        return (first > second) - (first < second)
    if not one._c:
        return (1 if other._s else -1) if other._c else 0
    if one._s != other._s or not other._c:
        return -1 if one._s else 1
    result = magnitude(one, other)
    return -result if one._s else result


def magnitude(one, other):
    """The order of the absolute values of two finite numbers."""
    first, second = one._c, other._c
    if not first or not second:
        return (first > 0) - (second > 0)
    distance = one._e + ndigits(first) - other._e - ndigits(second)
    if distance:
        return 1 if distance > 0 else -1
    if one._e > other._e:
        first *= 10 ** (one._e - other._e)
    else:
        second *= 10 ** (other._e - one._e)
    return (first > second) - (first < second)


def comparable(number, other, equality=False):
    """The two sides of a comparison with any object as numbers, or NotImplemented."""
    side = coerced(other)
    if side is not NotImplemented:
        return number, side
    if isinstance(other, complex) and equality:
        if other.imag != 0:
            return NotImplemented
        other = other.real
    if isinstance(other, float):
        context = getcontext()
        if equality:
            context._flags |= FLOAT_OPERATION
        else:
            context._signal(FLOAT_OPERATION)
        return number, of_float(other)
    # A rational number exists only where somebody imported the module that says so.
    rational = getattr(sys.modules.get('numbers'), 'Rational', None)
    if rational is not None and isinstance(other, rational):
        if number._k:
            return number, make(0, 0, 0)
        above = int(other.numerator)
        return make(number._s, number._c * int(other.denominator), number._e), make(int(above < 0), abs(above), 0)
    return NotImplemented


def equal(one, other):
    if one._k > 1 or other._k > 1:
        if one._k == 3 or other._k == 3:
            getcontext()._signal(INVALID)
        return False
    return order(one, other) == 0


def ordered(one, other):
    """Whether an order exists; asking for that of a NaN is an invalid operation."""
    if one._k > 1 or other._k > 1:
        getcontext()._signal(INVALID)
        return False
    return True


def _of_order(value):
    return make(int(value < 0), abs(value), 0)


def compare(one, other, context):
    nan = nans(one, other, context)
    return _of_order(order(one, other)) if nan is None else nan


def compare_signal(one, other, context):
    if one._k > 1 or other._k > 1:
        context._signal(INVALID)
        return quiet(one if one._k == 3 or one._k == 2 and other._k != 3 else other, context)
    return _of_order(order(one, other))


_RANKS = (0, 1, 3, 2)


def _total(one, other):
    """The total order of absolute values: numbers, infinity, signaling NaNs, quiet NaNs."""
    if one._k or other._k:
        first, second = (_RANKS[one._k], one._c), (_RANKS[other._k], other._c)
        return (first > second) - (first < second)
    return magnitude(one, other) or (one._e > other._e) - (one._e < other._e)


def total_order(one, other):
    if one._s != other._s:
        return -1 if one._s else 1
    result = _total(one, other)
    return -result if one._s else result


def compare_total(one, other, context):
    return _of_order(total_order(one, other))


def compare_total_mag(one, other, context):
    return _of_order(_total(one, other))


def _extreme(one, other, context, want, absolute):
    """The larger of two numbers when `want` is 1, the smaller when it is -1; a quiet NaN loses to any number."""
    if one._k == 2 and other._k < 2:
        return finished(other, context)
    if other._k == 2 and one._k < 2:
        return finished(one, context)
    nan = nans(one, other, context)
    if nan is not None:
        return nan
    if absolute:
        result = _total(one, other) if one._k or other._k else magnitude(one, other)
    else:
        result = order(one, other)
    result = result or total_order(one, other)
    return finished(one if result * want >= 0 and (result or want < 0) else other, context)


def maximum(one, other, context):
    return _extreme(one, other, context, 1, False)


def minimum(one, other, context):
    return _extreme(one, other, context, -1, False)


def max_mag(one, other, context):
    return _extreme(one, other, context, 1, True)


def min_mag(one, other, context):
    return _extreme(one, other, context, -1, True)


def next_minus(number, context):
    if number._k > 1:
        return nans(number, number, context)
    if number._k:
        return infinity(1) if number._s else largest(0, context)
    return _neighbour(number, context, ROUND_FLOOR)


def next_plus(number, context):
    if number._k > 1:
        return nans(number, number, context)
    if number._k:
        return largest(1, context) if number._s else infinity(0)
    return _neighbour(number, context, ROUND_CEILING)


def _neighbour(number, context, mode):
    """The next number of the context in the direction of the rounding."""
    from ._arithmetic import total
    inner = context.copy()
    inner._traps = inner._flags = 0
    inner._rounding = mode
    near = finished(number, inner)
    if inner._flags & INEXACT and order(near, number):
        return near
    sign = int(mode == ROUND_FLOOR)
    return total(number._s, number._c, number._e, sign, 1, context.Etiny() - 1, inner)


def next_toward(one, other, context):
    nan = nans(one, other, context)
    if nan is not None:
        return nan
    way = order(one, other)
    if way == 0:
        return make(other._s, one._c, one._e, one._k)
    result = next_plus(one, context) if way < 0 else next_minus(one, context)
    if result._k:
        context._signal(OVERFLOW | ROUNDED | INEXACT)
    elif result._e + ndigits(result._c) - 1 < context._emin:
        status = UNDERFLOW | SUBNORMAL | ROUNDED | INEXACT
        context._signal(status if result._c else status | CLAMPED)
    return result


def same_quantum(one, other, context):
    if one._k or other._k:
        return one._k > 1 and other._k > 1 or one._k == other._k
    return one._e == other._e


def number_class(number, context):
    if number._k > 1:
        return ('NaN', 'sNaN')[number._k - 2]
    sign = '+-'[number._s]
    if number._k:
        return sign + 'Infinity'
    if not number._c:
        return sign + 'Zero'
    return sign + ('Subnormal' if is_subnormal(number, context) else 'Normal')


def is_normal(number, context):
    return not number._k and number._c != 0 and number._e + ndigits(number._c) > context._emin


def is_subnormal(number, context):
    return not number._k and number._c != 0 and number._e + ndigits(number._c) <= context._emin
