"""The conditions that arithmetic reports: one bit each in a context, one exception each for a program."""

ROUND_UP = 'ROUND_UP'
ROUND_DOWN = 'ROUND_DOWN'
ROUND_CEILING = 'ROUND_CEILING'
ROUND_FLOOR = 'ROUND_FLOOR'
ROUND_HALF_UP = 'ROUND_HALF_UP'
ROUND_HALF_DOWN = 'ROUND_HALF_DOWN'
ROUND_HALF_EVEN = 'ROUND_HALF_EVEN'
ROUND_05UP = 'ROUND_05UP'
ROUNDINGS = (ROUND_UP, ROUND_DOWN, ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP, ROUND_HALF_DOWN, ROUND_HALF_EVEN,
             ROUND_05UP)


class DecimalException(ArithmeticError):
    """The base of all of them."""

    __module__ = 'decimal'


class Clamped(DecimalException):
    """An exponent was changed to fit."""

    __module__ = 'decimal'


class InvalidOperation(DecimalException):
    """The operation has no result."""

    __module__ = 'decimal'


class ConversionSyntax(InvalidOperation):
    """The text is no number."""

    __module__ = 'decimal'


class DivisionByZero(DecimalException, ZeroDivisionError):
    """Something other than zero was divided by zero."""

    __module__ = 'decimal'


class DivisionImpossible(InvalidOperation):
    """The whole quotient has more digits than the precision."""

    __module__ = 'decimal'


class DivisionUndefined(InvalidOperation, ZeroDivisionError):
    """Zero was divided by zero."""

    __module__ = 'decimal'


class Inexact(DecimalException):
    """Digits other than zero were lost."""

    __module__ = 'decimal'


class InvalidContext(InvalidOperation):
    """The context cannot be worked in."""

    __module__ = 'decimal'


class Rounded(DecimalException):
    """Digits were lost, perhaps zeros only."""

    __module__ = 'decimal'


class Subnormal(DecimalException):
    """The result was below the normal range before it was rounded."""

    __module__ = 'decimal'


class Overflow(Inexact, Rounded):
    """The result is too large for the context."""

    __module__ = 'decimal'


class Underflow(Inexact, Rounded, Subnormal):
    """A result below the normal range lost digits."""

    __module__ = 'decimal'


class FloatOperation(DecimalException, TypeError):
    """A float was mixed with decimals."""

    __module__ = 'decimal'


# The bits stand in the order in which a context lists its flags. Four of them are kinds of one signal: a context keeps which
# one it was, and the exception tells.
CLAMPED = 1
SYNTAX = 2
DIVISION_BY_ZERO = 4
IMPOSSIBLE = 8
UNDEFINED = 16
INEXACT = 32
INVALID = 64
FLOAT_OPERATION = 128
OVERFLOW = 256
ROUNDED = 512
SUBNORMAL = 1024
UNDERFLOW = 2048
ALL_INVALID = SYNTAX | IMPOSSIBLE | UNDEFINED | INVALID

BITS = {
    InvalidOperation: ALL_INVALID,
    FloatOperation: FLOAT_OPERATION,
    DivisionByZero: DIVISION_BY_ZERO,
    Overflow: OVERFLOW,
    Underflow: UNDERFLOW,
    Subnormal: SUBNORMAL,
    Inexact: INEXACT,
    Rounded: ROUNDED,
    Clamped: CLAMPED,
}


_KINDS = ((INVALID, InvalidOperation), (SYNTAX, ConversionSyntax), (IMPOSSIBLE, DivisionImpossible),
          (UNDEFINED, DivisionUndefined))


def listed(bits):
    """The exceptions of these bits as a context lists them."""
    found = [(bits & bit & -(bits & bit), signal) for signal, bit in BITS.items() if bits & bit]
    found.sort(key=lambda item: item[0])
    return [signal for _, signal in found]


def trapped(hit):
    """The exception for those bits of a status that a context traps."""
    reasons = [kind for bit, kind in _KINDS if hit & bit]
    first = None
    for signal, bit in BITS.items():
        if hit & bit:
            if first is None:
                first = signal
            if bit != ALL_INVALID:
                reasons.append(signal)
    return first(reasons)
