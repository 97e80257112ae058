"""The methods that Decimal and Context have alike, made of one table."""

from . import _arithmetic, _compare, _digits
from ._context import Context, chosen
from ._number import Decimal, of_float, operand, parsed, text
from ._rounding import finish, finished, invalid, make, ndigits
from ._signals import FLOAT_OPERATION, SYNTAX


def _late(name):
    """An operation whose module is loaded when it is first called."""
    def operation(number, context):
        from . import _power
        return getattr(_power, name)(number, context)
    return operation


def _named(function, owner, name):
    function.__name__ = name
    function.__qualname__ = f'{owner.__name__}.{name}'
    function.__module__ = 'decimal'
    setattr(owner, name, function)


def _unary(name, operation):
    def of_number(self, context=None):
        return operation(self, chosen(context))
    _named(of_number, Decimal, name)
    _unary_of_context(name, operation)


def _unary_of_context(name, operation):
    def of_context(self, x, /):
        return operation(operand(x), self)
    _named(of_context, Context, name)


def _binary(name, operation):
    def of_number(self, other, context=None):
        context = chosen(context)
        return operation(self, operand(other), context)
    _named(of_number, Decimal, name)
    _binary_of_context(name, operation)


def _binary_of_context(name, operation):
    def of_context(self, x, y, /):
        return operation(operand(x), operand(y), self)
    _named(of_context, Context, name)


def _simple(name, operation):
    """A method that needs no context."""
    def of_number(self):
        return operation(self)
    def of_context(self, x, /):
        return operation(operand(x))
    _named(of_number, Decimal, name)
    _named(of_context, Context, name)


for _name in ('exp', 'ln', 'log10', 'sqrt'):
    _unary(_name, _late(_name))
_unary('logb', _digits.logb)
_unary('logical_invert', _digits.logical_invert)
_unary('next_minus', _compare.next_minus)
_unary('next_plus', _compare.next_plus)
_unary('normalize', _arithmetic.normalize)
_unary('number_class', _compare.number_class)
_unary('is_normal', _compare.is_normal)
_unary('is_subnormal', _compare.is_subnormal)

_binary('compare', _compare.compare)
_binary('compare_signal', _compare.compare_signal)
_binary('compare_total', _compare.compare_total)
_binary('compare_total_mag', _compare.compare_total_mag)
_binary('copy_sign', lambda one, other, context: make(other._s, one._c, one._e, one._k))
_binary('logical_and', _digits.logical_and)
_binary('logical_or', _digits.logical_or)
_binary('logical_xor', _digits.logical_xor)
_binary('max', _compare.maximum)
_binary('max_mag', _compare.max_mag)
_binary('min', _compare.minimum)
_binary('min_mag', _compare.min_mag)
_binary('next_toward', _compare.next_toward)
_binary('remainder_near', _arithmetic.remainder_near)
_binary('rotate', _digits.rotate)
_binary('same_quantum', _compare.same_quantum)
_binary('scaleb', _digits.scaleb)
_binary('shift', _digits.shift)

_simple('canonical', lambda number: number)
_simple('copy_abs', lambda number: make(0, number._c, number._e, number._k))
_simple('copy_negate', lambda number: make(1 - number._s, number._c, number._e, number._k))
_simple('is_canonical', lambda number: True)
_simple('is_finite', lambda number: not number._k)
_simple('is_infinite', lambda number: number._k == 1)
_simple('is_nan', lambda number: number._k > 1)
_simple('is_qnan', lambda number: number._k == 2)
_simple('is_signed', lambda number: number._s == 1)
_simple('is_snan', lambda number: number._k == 3)
_simple('is_zero', lambda number: not (number._k or number._c))
_named(lambda self: make(0, 10, 0), Decimal, 'radix')
_named(lambda self: make(0, 10, 0), Context, 'radix')

_unary_of_context('abs', _arithmetic.absolute)
_unary_of_context('minus', _arithmetic.minus)
_unary_of_context('plus', _arithmetic.plus)
_unary_of_context('_apply', finished)
_unary_of_context('copy_decimal', lambda number, context: number)
_unary_of_context('to_eng_string', lambda number, context: text(number, context._capitals, True))
_unary_of_context('to_sci_string', lambda number, context: text(number, context._capitals))
_unary_of_context('to_integral_exact', lambda number, context: _arithmetic.integral(number, context, None, True))
_unary_of_context('to_integral_value', lambda number, context: _arithmetic.integral(number, context, None, False))
_unary_of_context('to_integral', lambda number, context: _arithmetic.integral(number, context, None, False))

for _name in ('add', 'divide', 'divide_int', 'multiply', 'quantize', 'remainder', 'subtract'):
    _binary_of_context(_name, getattr(_arithmetic, _name))
_binary_of_context('divmod', _arithmetic.divide_both)


def _fma(self, x, y, z, /):
    return _arithmetic.fma(operand(x), operand(y), operand(z), self)


def _power(self, a, b, modulo=None):
    from ._power import power, power_modulo
    if modulo is None:
        return power(operand(a), operand(b), self)
    return power_modulo(operand(a), operand(b), operand(modulo), self)


def _create_decimal(self, num='0', /):
    """The number, rounded to the context; text must have nothing around it."""
    if isinstance(num, str):
        parts = parsed(num)
        if parts is None:
            return invalid(self, SYNTAX)
        number = make(*parts)
    elif isinstance(num, float):
        self._signal(FLOAT_OPERATION)
        number = of_float(num)
    else:
        number = Decimal(num, self)
    if number._k:
        if number._k > 1 and number._c and ndigits(number._c) > self._prec - self._clamp:
            return invalid(self, SYNTAX)
        return make(number._s, number._c, 0, number._k)
    return finish(number._s, number._c, number._e, self)


def _create_decimal_from_float(self, f, /):
    """The value of a float, rounded to the context."""
    return finished(Decimal.from_float(f), self)


_named(_fma, Context, 'fma')
_named(_power, Context, 'power')
_named(_create_decimal, Context, 'create_decimal')
_named(_create_decimal_from_float, Context, 'create_decimal_from_float')
