"""Roots, exponentials, logarithms and powers.

Exponentials and logarithms are worked out as binary fractions of fixed length, held in ints, with more digits until the
rounding is beyond doubt. Their results are rounded to the nearest whatever the context says.
"""

from math import isqrt

from ._context import MAX_EMAX, MAX_PREC, MIN_ETINY
from ._rounding import cut, finish, infinity, invalid, make, nans, ndigits, stripped
from ._signals import INEXACT, ROUNDED, ROUND_HALF_EVEN

_BITS = 3.3219280948873626


def sqrt(number, context):
    if number._k > 1:
        return nans(number, number, context)
    if not number._k and not number._c:
        return finish(number._s, 0, number._e >> 1, context)
    if number._s:
        return invalid(context)
    if number._k:
        return infinity(0)
    ideal = number._e >> 1
    coefficient, exponent = number._c, number._e
    if exponent & 1:
        coefficient *= 10
    exponent = ideal
    shift = context._prec + 1 - (ndigits(coefficient) + 1) // 2
    if shift > 10000 and isqrt(coefficient) ** 2 == coefficient:
        shift = 0
    if shift >= 0:
        coefficient *= 100 ** shift
        rest = 0
    else:
        coefficient, rest = divmod(coefficient, 100 ** -shift)
    root = isqrt(coefficient)
    exponent -= shift
    if rest or root * root != coefficient:
        root = _endless(root)
    elif exponent < ideal:
        root, exponent = stripped(root, exponent, ideal)
    return _nearest(0, root, exponent, context)


def _nearest(sign, coefficient, exponent, context, status=0):
    """The result rounded to the nearest, whatever the context's own rounding."""
    if context._rounding == ROUND_HALF_EVEN:
        return finish(sign, coefficient, exponent, context, status)
    inner = context.copy()
    inner._flags = inner._traps = 0
    inner._rounding = ROUND_HALF_EVEN
    result = finish(sign, coefficient, exponent, inner, status)
    context._signal(inner._flags)
    return result


def _endless(coefficient):
    """A last digit that is neither 0 nor 5, so that the rounding sees that more digits follow."""
    return coefficient + (coefficient % 5 == 0)


def _sure(coefficient, prec):
    """Whether an approximation in error by a few units rounds to `prec` digits as the true value does."""
    drop = ndigits(coefficient) - prec
    return cut(coefficient - 4, drop, 0, ROUND_HALF_EVEN)[0] == cut(coefficient + 4, drop, 0, ROUND_HALF_EVEN)[0]


def _inverse_tanh(divisor, bits):
    """atanh(1 / divisor) as a fraction of 2**bits."""
    term = (1 << bits) // divisor
    square = divisor * divisor
    result, count = term, 1
    while term:
        term //= square
        count += 2
        result += term // count
    return result


_known_ln10 = [0, 0]


def _ln10(bits):
    """ln(10) as a fraction of 2**bits; the longest one asked for is kept."""
    known, value = _known_ln10
    if known < bits:
        known = bits + 64
        # From 31/30 ** 46 * 49/48 ** 34 * 161/160 ** 20, a way of Machin's to write ten: each is atanh of one fraction.
        value = 46 * _inverse_tanh(31, known) + 34 * _inverse_tanh(49, known) + 20 * _inverse_tanh(161, known)
        _known_ln10[:] = known, value
    return value >> (known - bits)


def _exp_fraction(fraction, bits):
    """exp of a fraction between 0 and 2.4; the last bits are in doubt."""
    halvings = isqrt(bits) // 2 + 4
    wide = bits + halvings + 16
    small = fraction << (wide - bits) >> halvings
    term = result = 1 << wide
    count = 1
    while term:
        term = (term * small >> wide) // count
        result += term
        count += 1
    for _ in range(halvings):
        result = result * result >> wide
    return result >> (wide - bits)


def _exp_approximate(number, digits):
    """exp of a number of less than 10**25 as coefficient and exponent."""
    bits = int((digits + 2) * _BITS) + 110
    if number._e >= 0:
        fraction = number._c * 10 ** number._e << bits
    else:
        fraction = (number._c << bits) // 10 ** -number._e
    if number._s:
        fraction = -fraction
    tens, rest = divmod(fraction, _ln10(bits))
    value = _exp_fraction(rest, bits)
    return value * 10 ** digits >> bits, tens - digits


def exp(number, context):
    if number._k:
        if number._k > 1:
            return nans(number, number, context)
        return make(0, 0, 0) if number._s else infinity(0)
    if not number._c:
        return make(0, 1, 0)
    prec = context._prec
    adjusted = number._e + ndigits(number._c) - 1
    if adjusted > 20:
        return _nearest(0, 1, MIN_ETINY - 9 if number._s else MAX_EMAX + 9, context)
    if adjusted < -prec - 2:
        return _nearest(0, 10 ** (prec - 1), 1 - prec, context, INEXACT | ROUNDED)
    digits = prec + 6
    while True:
        coefficient, exponent = _exp_approximate(number, digits)
        if _sure(coefficient, prec):
            return _nearest(0, _endless(coefficient), exponent, context)
        digits += digits // 2


def _ln_fraction(fraction, bits):
    """ln of a fraction around 1; the last bits are in doubt."""
    roots = isqrt(bits) // 3 + 3
    wide = bits + roots + 16
    value = fraction << (wide - bits)
    for _ in range(roots):
        value = isqrt(value << wide)
    one = 1 << wide
    term = ((value - one) << wide) // (value + one)
    square = term * term >> wide
    result, count = term, 1
    while term and term != -1:
        term = term * square >> wide
        count += 2
        result += term // count
    return result << (roots + 1) >> (wide - bits)


def _ln_approximate(number, digits, common):
    """ln, or log10, of a number other than 1 as sign, coefficient and exponent."""
    coefficient, exponent = number._c, number._e
    length = ndigits(coefficient)
    tens = exponent + length - 1
    # From 0.316 to 3.16, so that no part of a logarithm near zero cancels another.
    if coefficient * coefficient >= 10 ** (2 * length - 1):
        tens += 1
    if tens == 0:
        # 1 and little more has a small logarithm, which needs as many digits more as it has zeros.
        digits += -exponent - ndigits(coefficient - 10 ** -exponent) + 1
    bits = int((digits + 2) * _BITS) + 100
    places = tens - exponent
    fraction = (coefficient << bits) // 10 ** places if places >= 0 else coefficient * 10 ** -places << bits
    value = _ln_fraction(fraction, bits) + tens * _ln10(bits)
    if common:
        value = (value << bits) // _ln10(bits)
    sign = int(value < 0)
    return sign, abs(value) * 10 ** digits >> bits, -digits


def _logarithm(number, context, common):
    if number._k > 1:
        return nans(number, number, context)
    if not number._k and not number._c:
        return infinity(1)
    if number._s:
        return invalid(context)
    if number._k:
        return infinity(0)
    coefficient, exponent = stripped(number._c, number._e, MAX_EMAX)
    if coefficient == 1 and common:
        return _nearest(int(exponent < 0), abs(exponent), 0, context)
    if coefficient == 1 and not exponent:
        return make(0, 0, 0)
    digits = context._prec + 6
    while True:
        sign, coefficient, exponent = _ln_approximate(number, digits, common)
        if _sure(coefficient, context._prec):
            return _nearest(sign, _endless(coefficient), exponent, context)
        digits += digits // 2


def ln(number, context):
    return _logarithm(number, context, False)


def log10(number, context):
    return _logarithm(number, context, True)


def _is_integer(number):
    if number._k:
        return False
    return number._e >= 0 or not number._c or (
        number._c.bit_length() >= -number._e and number._c % 10 ** -number._e == 0)


def _int(number):
    """The absolute value of a number that is an integer."""
    return number._c * 10 ** number._e if number._e >= 0 else number._c // 10 ** -number._e


def _is_odd(number):
    if number._e > 0 or not number._c:
        return False
    return bool(number._c // 10 ** -number._e & 1)


def _beside_one(number):
    """-1, 0 or 1 for the absolute value against 1, and a lower bound of the adjusted exponent of its logarithm."""
    adjusted = number._e + ndigits(number._c) - 1
    if adjusted > 0:
        return 1, ndigits(adjusted) - 1
    if adjusted < -1:
        return -1, ndigits(-adjusted - 1) - 1
    difference = number._c - 10 ** -number._e
    if not difference:
        return 0, 0
    distance = number._e + ndigits(abs(difference)) - 1
    return (1, distance - 2) if difference > 0 else (-1, distance - 1)


def power(base, exponent, context):
    nan = nans(base, exponent, context)
    if nan is not None:
        return nan
    integer = _is_integer(exponent)
    sign = int(integer and base._s and _is_odd(exponent))
    if not base._k and not base._c:
        if not exponent._k and not exponent._c:
            return invalid(context)
        return infinity(sign) if exponent._s else make(sign, 0, 0)
    if base._s and not integer:
        return invalid(context)
    if base._k:
        if not exponent._k and not exponent._c:
            return make(sign, 1, 0)
        return make(sign, 0, 0) if exponent._s else infinity(sign)
    if not exponent._k and not exponent._c:
        return make(sign, 1, 0)
    way, distance = _beside_one(base)
    if way == 0:
        return _one_to_the(base, exponent, sign, integer, context)
    if exponent._k:
        return make(sign, 0, 0) if (way < 0) != exponent._s else infinity(sign)
    least = distance + exponent._e + ndigits(exponent._c) - 1
    if (way < 0) != exponent._s:
        if least > ndigits(abs(context.Etiny())):
            return finish(sign, 1, context.Etiny() - 1, context)
    elif least > ndigits(context._emax):
        return finish(sign, 1, MAX_EMAX + 9, context)
    if integer:
        return _integer_power(base, exponent, sign, context)
    inner = context._silent(max(ndigits(base._c), context._prec) + 23)
    from ._arithmetic import multiply
    result = exp(multiply(ln(base, inner), exponent, inner), inner)
    if result._k:
        return finish(0, 1, MAX_EMAX + 9, context)
    coefficient, scale = result._c, result._e
    if ndigits(coefficient) == -scale + 1 and not coefficient % 10 ** -scale:
        coefficient, scale = 10 ** (context._prec - 1), 1 - context._prec
    return finish(0, coefficient, scale, context, INEXACT | ROUNDED)


def _one_to_the(base, exponent, sign, integer, context):
    """Powers of one keep the zeros that the multiplications would give."""
    zeros = context._prec - 1
    status = 0
    if not integer:
        status = INEXACT | ROUNDED
    elif exponent._s:
        zeros = 0
    elif exponent._e > 30:
        status, zeros = (ROUNDED, zeros) if base._e else (0, 0)
    else:
        wanted = -base._e * _int(exponent)
        if wanted > zeros:
            status = ROUNDED
        else:
            zeros = wanted
    if status:
        context._signal(status)
    return make(sign, 10 ** zeros, -zeros)


def _integer_power(base, exponent, sign, context):
    from ._arithmetic import divide, multiply
    # With the context's own limits on exponents, as CPython does it: what is too small on the way is zero at the end.
    inner = context.copy()
    inner._flags = inner._traps = inner._clamp = 0
    inner._rounding = ROUND_HALF_EVEN
    inner.prec = min(MAX_PREC, context._prec + max(1, ndigits(exponent._c) + exponent._e) + 2 + exponent._s)
    base = make(0, base._c, base._e)
    if exponent._s:
        base = divide(make(0, 1, 0), base, inner)
    result = base
    for bit in format(_int(exponent), 'b')[1:]:
        result = multiply(result, result, inner)
        if bit == '1':
            result = multiply(result, base, inner)
        if result._k or not result._c:
            break
    if result._k:
        return finish(sign, 1, MAX_EMAX + 9, context, inner._flags)
    return finish(sign, result._c, result._e, context, inner._flags)


def power_modulo(base, exponent, modulo, context):
    """base ** exponent % modulo for integers."""
    for number in (base, exponent, modulo):
        if number._k == 3:
            return nans(number, number, context)
    for number in (base, exponent, modulo):
        if number._k:
            return nans(number, number, context) if number._k > 1 else invalid(context)
    if not (_is_integer(base) and _is_integer(exponent) and _is_integer(modulo)):
        return invalid(context)
    if exponent._s and exponent._c or not modulo._c or not base._c and not exponent._c:
        return invalid(context)
    if modulo._e + ndigits(modulo._c) > context._prec:
        return invalid(context)
    result = pow(_int(base), _int(exponent), _int(modulo))
    return finish(int(base._s and _is_odd(exponent)), result, 0, context)
