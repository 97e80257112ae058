"""The class Decimal: how numbers are made and converted, and the operators.

A number is a sign, an int coefficient, an exponent and a kind: 0 finite, 1 infinite, 2 a quiet NaN, 3 a signaling one,
whose coefficient is then its payload. The operations are functions in the modules beside this one.
"""

import sys

from ._context import MAX_EMAX, MIN_ETINY, check_rounding, chosen, current, getcontext
from ._signals import FLOAT_OPERATION, INVALID, ROUND_CEILING, ROUND_DOWN, ROUND_FLOOR, SYNTAX

_new = object.__new__


class Decimal:
    """A decimal number of any length, exactly as written."""

    __module__ = 'decimal'
    __slots__ = ('_s', '_c', '_e', '_k')

    def __new__(cls, value='0', context=None):
        if context is not None:
            context = chosen(context)
        if cls is Decimal and value.__class__ is Decimal:
            return value
        number = exact(value, context)
        if cls is not Decimal:
            return copied(number, cls)
        return number

    @classmethod
    def from_float(cls, number, /):
        """The exact value of a float or an int."""
        if isinstance(number, int):
            number = of_int(number)
        elif isinstance(number, float):
            number = of_float(number)
        else:
            raise TypeError('argument must be int or float')
        return number if cls is Decimal else cls(number)

    def __reduce__(self):
        return self.__class__, (str(self),)

    def __copy__(self):
        return self

    def __deepcopy__(self, memo, /):
        return self

    # Text

    def __str__(self):
        return text(self, getcontext()._capitals)

    def __repr__(self):
        return f"Decimal('{text(self, getcontext()._capitals)}')"

    def __format__(self, spec, localeconv=None, /):
        return (formatted or _load_format())(self, spec, getcontext())

    # Conversions

    def __bool__(self):
        return self._c != 0 or self._k != 0

    def __int__(self):
        return whole(self, ROUND_DOWN)

    __trunc__ = __int__

    def __floor__(self):
        return whole(self, ROUND_FLOOR)

    def __ceil__(self):
        return whole(self, ROUND_CEILING)

    def __round__(self, ndigits=None, /):
        if ndigits is None:
            return whole(self)
        if not isinstance(ndigits, int):
            raise TypeError('optional arg must be an integer')
        return quantize(self, make(0, 1, -ndigits), getcontext())

    def __float__(self):
        if self._k == 3:
            raise ValueError('cannot convert signaling NaN to float')
        if self._k == 2:
            return -float('nan') if self._s else float('nan')
        return float(text(self, 1))

    def __complex__(self):
        return complex(float(self))

    @property
    def real(self):
        return self

    @property
    def imag(self):
        return make(0, 0, 0)

    def __hash__(self):
        if self._k:
            if self._k == 3:
                raise TypeError('Cannot hash a signaling NaN value')
            if self._k == 2:
                return object.__hash__(self)
            return -sys.hash_info.inf if self._s else sys.hash_info.inf
        modulus = sys.hash_info.modulus
        if self._e >= 0:
            value = self._c * pow(10, self._e, modulus) % modulus
        else:
            # By Fermat's little theorem, since the modulus is a prime.
            value = self._c * pow(pow(10, modulus - 2, modulus), -self._e, modulus) % modulus
        if self._s:
            value = -value
        return -2 if value == -1 else value

    def as_tuple(self):
        """Sign, digits and exponent."""
        kind = self._k
        if kind == 1:
            return DecimalTuple(self._s, (0,), 'F')
        if kind and not self._c:
            return DecimalTuple(self._s, (), ' nN'[kind - 1])
        digits = tuple(map(int, digits_of(self._c)))
        return DecimalTuple(self._s, digits, ' nN'[kind - 1] if kind else self._e)

    def as_integer_ratio(self):
        """Numerator and denominator in lowest terms."""
        if self._k > 1:
            raise ValueError('cannot convert NaN to integer ratio')
        if self._k:
            raise OverflowError('cannot convert Infinity to integer ratio')
        above, below = (-self._c if self._s else self._c), 1
        if self._e >= 0:
            above *= 10 ** self._e
        elif above:
            from math import gcd
            below = 10 ** -self._e
            common = gcd(above, below)
            above //= common
            below //= common
        return above, below

    # Operators. Most additions are of two sums of money, which need neither alignment nor rounding.

    def __add__(self, other):
        if other.__class__ is Decimal:
            side = other
        elif (side := coerced(other)) is NotImplemented:
            return side
        context = current.get(None) or getcontext()
        exponent = self._e
        if self._s == side._s and exponent == side._e and not (self._k or side._k):
            coefficient = self._c + side._c
            if coefficient < context._limit and context._low <= exponent <= context._high:
                return make(self._s, coefficient, exponent)
        return add(self, side, context)

    def __radd__(self, other):
        side = coerced(other)
        return side if side is NotImplemented else add(side, self, getcontext())

    def __sub__(self, other):
        if other.__class__ is Decimal:
            side = other
        elif (side := coerced(other)) is NotImplemented:
            return side
        return subtract(self, side, getcontext())

    def __rsub__(self, other):
        side = coerced(other)
        return side if side is NotImplemented else subtract(side, self, getcontext())

    def __mul__(self, other):
        if other.__class__ is Decimal:
            side = other
        elif (side := coerced(other)) is NotImplemented:
            return side
        context = current.get(None) or getcontext()
        if self._k or side._k:
            return multiply(self, side, context)
        return finish(self._s ^ side._s, self._c * side._c, self._e + side._e, context)

    def __rmul__(self, other):
        side = coerced(other)
        return side if side is NotImplemented else multiply(side, self, getcontext())

    def __truediv__(self, other):
        if other.__class__ is Decimal:
            side = other
        elif (side := coerced(other)) is NotImplemented:
            return side
        return divide(self, side, getcontext())

    def __rtruediv__(self, other):
        side = coerced(other)
        return side if side is NotImplemented else divide(side, self, getcontext())

    def __floordiv__(self, other):
        side = coerced(other)
        return side if side is NotImplemented else divide_int(self, side, getcontext())

    def __rfloordiv__(self, other):
        side = coerced(other)
        return side if side is NotImplemented else divide_int(side, self, getcontext())

    def __mod__(self, other):
        side = coerced(other)
        return side if side is NotImplemented else remainder(self, side, getcontext())

    def __rmod__(self, other):
        side = coerced(other)
        return side if side is NotImplemented else remainder(side, self, getcontext())

    def __divmod__(self, other):
        side = coerced(other)
        return side if side is NotImplemented else divide_both(self, side, getcontext())

    def __rdivmod__(self, other):
        side = coerced(other)
        return side if side is NotImplemented else divide_both(side, self, getcontext())

    def __pow__(self, other, modulo=None):
        side = coerced(other)
        if side is NotImplemented:
            return side
        from ._power import power, power_modulo
        if modulo is None:
            return power(self, side, getcontext())
        modulo = coerced(modulo)
        return modulo if modulo is NotImplemented else power_modulo(self, side, modulo, getcontext())

    def __rpow__(self, other, modulo=None):
        side = coerced(other)
        if side is NotImplemented:
            return side
        from ._power import power
        return power(side, self, getcontext())

    def __neg__(self):
        return minus(self, getcontext())

    def __pos__(self):
        return plus(self, getcontext())

    def __abs__(self):
        return absolute(self, getcontext())

    # Comparisons

    def __eq__(self, other):
        if other.__class__ is Decimal:
            if not (self._k or other._k) and self._e == other._e:
                return self._c == other._c and (self._s == other._s or not self._c)
            return equal(self, other)
        pair = comparable(self, other, True)
        return pair if pair is NotImplemented else equal(*pair)

    def __ne__(self, other):
        result = self.__eq__(other)
        return result if result is NotImplemented else not result

    def __lt__(self, other):
        if other.__class__ is Decimal and self._k < 2 and other._k < 2:
            return order(self, other) < 0
        pair = comparable(self, other)
        return pair if pair is NotImplemented else ordered(*pair) and order(*pair) < 0

    def __le__(self, other):
        if other.__class__ is Decimal and self._k < 2 and other._k < 2:
            return order(self, other) <= 0
        pair = comparable(self, other)
        return pair if pair is NotImplemented else ordered(*pair) and order(*pair) <= 0

    def __gt__(self, other):
        if other.__class__ is Decimal and self._k < 2 and other._k < 2:
            return order(self, other) > 0
        pair = comparable(self, other)
        return pair if pair is NotImplemented else ordered(*pair) and order(*pair) > 0

    def __ge__(self, other):
        if other.__class__ is Decimal and self._k < 2 and other._k < 2:
            return order(self, other) >= 0
        pair = comparable(self, other)
        return pair if pair is NotImplemented else ordered(*pair) and order(*pair) >= 0

    # Methods whose arguments are their own; `_methods` adds the rest.

    def adjusted(self):
        """The exponent of the first digit."""
        return 0 if self._k else self._e + ndigits(self._c) - 1

    def conjugate(self):
        """The number itself, as for every real number."""
        return self

    def quantize(self, exp, rounding=None, context=None):
        """Rounded to the exponent of `exp`."""
        context = chosen(context)
        if rounding is not None:
            check_rounding(rounding)
        return quantize(self, operand(exp), context, rounding)

    def to_integral_value(self, rounding=None, context=None):
        """The nearest integer, without any flag."""
        context = chosen(context)
        if rounding is not None:
            check_rounding(rounding)
        return integral(self, context, rounding, False)

    to_integral = to_integral_value

    def to_integral_exact(self, rounding=None, context=None):
        """The nearest integer; Inexact and Rounded tell when digits were lost."""
        context = chosen(context)
        if rounding is not None:
            check_rounding(rounding)
        return integral(self, context, rounding, True)

    def fma(self, other, third, context=None):
        """self * other + third, rounded once."""
        context = chosen(context)
        return fma(self, operand(other), operand(third), context)

    def to_eng_string(self, context=None):
        """Text with an exponent that is a multiple of three."""
        return text(self, chosen(context)._capitals, True)


formatted = None


def _load_format():
    """Loads the formatting, which not every program needs."""
    global formatted
    from ._format import formatted
    return formatted


def copied(number, cls):
    """The same number as an object of a subclass."""
    twin = _new(cls)
    twin._s = number._s
    twin._c = number._c
    twin._e = number._e
    twin._k = number._k
    return twin


def of_int(value):
    value = int(value)
    return make(1, -value, 0) if value < 0 else make(0, value, 0)


def of_float(value):
    """The exact value of a float."""
    if value != value or value in (float('inf'), float('-inf')):
        return make(int(value < 0), 0, 0, 1 if value == value else 2)
    above, below = value.as_integer_ratio()
    if above == 0:
        from math import copysign
        return make(int(copysign(1.0, value) < 0), 0, 0)
    # The denominator is a power of two; its square root's fives make it one of ten.
    places = below.bit_length() - 1
    return make(int(above < 0), abs(above) * 5 ** places, -places)


def coerced(value):
    """The other operand of an operator."""
    if isinstance(value, Decimal):
        return value
    if isinstance(value, int):
        return of_int(value)
    return NotImplemented


def operand(value):
    """An argument of a method."""
    if isinstance(value, Decimal):
        return value
    if isinstance(value, int):
        return of_int(value)
    raise TypeError(f'conversion from {type(value).__name__} to Decimal is not supported')


def exact(value, context):
    """The number that a value says, exactly."""
    if isinstance(value, str):
        parts = parsed(value.strip().replace('_', ''))
        if parts is None:
            return invalid(context or getcontext(), SYNTAX)
        return _in_range(parts, context)
    if isinstance(value, int):
        return of_int(value)
    if isinstance(value, Decimal):
        return make(value._s, value._c, value._e, value._k)
    if isinstance(value, (tuple, list)):
        return _in_range(_of_tuple(value), context)
    if isinstance(value, float):
        (context or getcontext())._signal(FLOAT_OPERATION)
        return of_float(value)
    raise TypeError(f'conversion from {type(value).__name__} to Decimal is not supported')


def _in_range(parts, context):
    sign, coefficient, exponent, kind = parts
    if not kind:
        adjusted = exponent + ndigits(coefficient) - 1 if coefficient else exponent
        if adjusted > MAX_EMAX or exponent < MIN_ETINY:
            return invalid(context or getcontext(), INVALID)
    return make(sign, coefficient, exponent, kind)


def _of_tuple(value):
    if len(value) != 3:
        raise ValueError('argument must be a sequence of length 3')
    sign, digits, exponent = value
    if not isinstance(sign, int) or sign not in (0, 1):
        raise ValueError('sign must be an integer with the value 0 or 1')
    kind = 0
    if isinstance(exponent, str):
        if exponent not in ('F', 'n', 'N'):
            raise ValueError("string argument in the third position must be 'F', 'n' or 'N'")
        kind = 'FnN'.index(exponent) + 1
        exponent = 0
    elif not isinstance(exponent, int):
        raise ValueError('exponent must be an integer')
    elif not -1 << 63 <= exponent < 1 << 63:
        raise OverflowError('Python int too large to convert to C ssize_t')
    words = 'coefficient must be a tuple of digits'
    if not isinstance(digits, (tuple, list)):
        raise ValueError(words)
    for digit in digits:
        if not isinstance(digit, int) or not 0 <= digit <= 9:
            raise ValueError(words)
    coefficient = 0 if kind == 1 or not digits else int_of(''.join(map(str, map(int, digits))))
    return int(sign), coefficient, int(exponent), kind


def parsed(text):
    """Sign, coefficient, exponent and kind of a numeric string, or None."""
    sign = 0
    if text[:1] in ('-', '+'):
        sign = int(text[0] == '-')
        text = text[1:]
    if text.isdecimal():
        return sign, int_of(text), 0, 0
    mantissa, mark, exponent = text.lower().partition('e')
    before, dot, after = mantissa.partition('.')
    digits = before + after
    if not digits.isdecimal():
        return _special(sign, text.lower())
    places = -len(after)
    if mark:
        unsigned = exponent[1:] if exponent[:1] in ('-', '+') else exponent
        if not unsigned.isdecimal():
            return None
        # More digits than any exponent has only need to stay too many.
        distance = int(unsigned) if len(unsigned) < 100 else min(int_of(unsigned), 10 ** 100)
        places += -distance if exponent[0] == '-' else distance
    return sign, int_of(digits), places, 0


def _special(sign, text):
    if text in ('inf', 'infinity'):
        return sign, 0, 0, 1
    kind = 2
    if text[:1] == 's':
        kind = 3
        text = text[1:]
    payload = text[3:]
    if text[:3] != 'nan' or payload and not payload.isdecimal():
        return None
    return sign, int_of(payload) if payload else 0, 0, kind


def int_of(digits):
    """The int of decimal digits, of which the interpreter takes a limited number at once."""
    if len(digits) <= 600:
        return int(digits)
    half = len(digits) // 2
    return int_of(digits[:-half]) * 10 ** half + int_of(digits[-half:])


def digits_of(coefficient):
    """The decimal digits of an int, of which the interpreter gives a limited number at once."""
    if coefficient.bit_length() < 1990:
        return str(coefficient)
    half = ndigits(coefficient) // 2
    high, low = divmod(coefficient, 10 ** half)
    return digits_of(high) + digits_of(low).zfill(half)


def text(number, capitals, engineering=False):
    """Scientific or engineering notation."""
    sign = '-' if number._s else ''
    if number._k:
        if number._k == 1:
            return sign + 'Infinity'
        return sign + ('NaN', 'sNaN')[number._k - 2] + (digits_of(number._c) if number._c else '')
    digits = digits_of(number._c)
    exponent = number._e
    if exponent == 0 and not engineering:
        return sign + digits
    point = exponent + len(digits)
    if exponent <= 0 and point > -6:
        shown = 0
    else:
        # Behind how many digits the point stands; the exponent says the rest.
        if not engineering:
            place = 1
        elif number._c:
            place = (point - 1) % 3 + 1
        else:
            place = (point + 1) % 3 - 1
        shown = point - place
        point = place
    if point <= 0:
        body = '0.' + '0' * -point + digits
    elif point >= len(digits):
        body = digits + '0' * (point - len(digits))
    else:
        body = digits[:point] + '.' + digits[point:]
    if shown or point != exponent + len(digits):
        return f'{sign}{body}{"E" if capitals else "e"}{shown:+d}'
    return sign + body


from collections import namedtuple

DecimalTuple = namedtuple('DecimalTuple', 'sign digits exponent', module='decimal')

# The modules of the operations need the class to make numbers, and the methods above call the operations.
from ._rounding import finish, invalid, make, ndigits
from ._arithmetic import (
    absolute, add, divide, divide_both, divide_int, fma, integral, minus, multiply, plus, quantize, remainder, subtract,
    whole)
from ._compare import comparable, equal, order, ordered
