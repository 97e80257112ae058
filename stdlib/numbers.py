"""Abstract classes of numbers."""

from abc import ABCMeta, abstractmethod
from sys import modules

__all__ = ['Number', 'Complex', 'Real', 'Rational', 'Integral']


class Number(metaclass=ABCMeta):
    """Every number."""

    __slots__ = ()
    __hash__ = None


def _abstract(*names):
    def method(name):
        def refused(self, *args):
            raise NotImplementedError
        refused.__name__ = name
        return abstractmethod(refused)
    return {name: method(name) for name in names}


class _ComplexParts(Number):
    __slots__ = ()

    def __bool__(self):
        return self != 0

    def __sub__(self, other):
        return self + -other

    def __rsub__(self, other):
        return -self + other


def _make(name, base, methods, extra):
    namespace = {'__slots__': (), '__module__': 'numbers',
                 '__qualname__': name, **_abstract(*methods), **extra}
    return ABCMeta(name, (base,), namespace)


Complex = _make('Complex', _ComplexParts, (
    '__complex__', '__add__', '__radd__', '__neg__', '__pos__', '__mul__',
    '__rmul__', '__truediv__', '__rtruediv__', '__pow__', '__rpow__',
    '__abs__', 'conjugate', '__eq__'), {})
Real = _make('Real', Complex, (
    '__float__', '__trunc__', '__floor__', '__ceil__', '__round__',
    '__floordiv__', '__rfloordiv__', '__mod__', '__rmod__', '__lt__',
    '__le__'), {
        '__divmod__': lambda self, other: (self // other, self % other),
        '__rdivmod__': lambda self, other: (other // self, other % self),
        '__complex__': lambda self: complex(float(self)),
        'real': property(lambda self: +self),
        'imag': property(lambda self: 0),
        'conjugate': lambda self: +self,
    })
Rational = _make('Rational', Real, ('numerator', 'denominator'), {
    '__float__': lambda self: int(self.numerator) / int(self.denominator)})
Integral = _make('Integral', Rational, (
    '__int__', '__lshift__', '__rlshift__', '__rshift__', '__rrshift__',
    '__and__', '__rand__', '__xor__', '__rxor__', '__or__', '__ror__',
    '__invert__'), {
        '__index__': lambda self: int(self),
        '__float__': lambda self: float(int(self)),
        'numerator': property(lambda self: +self),
        'denominator': property(lambda self: 1),
    })

Complex.register(complex)
Real.register(float)
Integral.register(int)
# `decimal` does the same when it is the later one.
_decimal = getattr(modules.get('decimal'), 'Decimal', None)
if isinstance(_decimal, type):
    Number.register(_decimal)
del modules, _decimal
