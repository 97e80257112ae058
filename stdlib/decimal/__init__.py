"""Decimal numbers, with the precision and the rounding that a program asks for."""

import sys

from ._signals import (
    Clamped, ConversionSyntax, DecimalException, DivisionByZero, DivisionImpossible, DivisionUndefined, FloatOperation,
    Inexact, InvalidContext, InvalidOperation, Overflow, ROUND_05UP, ROUND_CEILING, ROUND_DOWN, ROUND_FLOOR,
    ROUND_HALF_DOWN, ROUND_HALF_EVEN, ROUND_HALF_UP, ROUND_UP, Rounded, Subnormal, Underflow)
from ._context import (
    BasicContext, Context, DefaultContext, ExtendedContext, MAX_EMAX, MAX_PREC, MIN_EMIN, MIN_ETINY, getcontext,
    localcontext, setcontext)
from ._number import Decimal, DecimalTuple
from . import _methods

__version__ = '1.70'
__libmpdec_version__ = '2.5.1'
HAVE_THREADS = True
HAVE_CONTEXTVAR = True

# `numbers` does the same when it is the later one.
if hasattr(sys.modules.get('numbers'), 'Number'):
    sys.modules['numbers'].Number.register(Decimal)
del sys
