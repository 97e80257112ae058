# area: modules
# prio: P1
# checks: contexts: attributes and their limits, flags and traps, copies, localcontext, and what methods of a context do
import decimal
from decimal import *

D = Decimal
c = Context(prec=5, rounding=ROUND_DOWN, flags=[Inexact], traps=[DivisionByZero])
print(c, c.copy(), c.Etiny(), c.Etop(), sep='\n')
print(DefaultContext, BasicContext, ExtendedContext, sep='\n')
print(c.divide(2, 3), c.add(D('1.23456789'), 1), c.power(2, D('0.5')), c.sqrt(2), c.multiply('1' and 3, 4), c.to_sci_string(D('1E+9')), c.abs(-1),
      c.minus(D('1.234567')), c.plus(D('1.234567')), c.quantize(D('1.29'), D('0.1')), c.subtract(1, 3), c.divmod(7, 2), c.divide_int(7, 2))
print(c.flags, c.flags[Rounded], c.traps[DivisionByZero], Overflow in c.traps, len(c.flags), [s.__name__ for s in c.flags if c.flags[s]])
c.clear_flags()
c.traps[Inexact] = True
for call in (lambda: c.divide(1, 3), lambda: c.divide(1, 0), lambda: c.divide(1, 4), lambda: c.divide(0, 0), lambda: c.exp(1)):
    try:
        print(call())
    except DecimalException as error:
        print(type(error).__name__, error)
c.clear_traps()
print(c.divide(1, 0), c.divide(0, 0), c.traps == c.copy().traps, c)
for name, value in (('prec', 0), ('prec', 'x'), ('prec', MAX_PREC + 1), ('Emin', 1), ('Emax', -1), ('rounding', 'up'), ('capitals', 2),
                    ('clamp', 3), ('traps', []), ('flags', {}), ('nothing', 1)):
    try:
        setattr(c, name, value)
    except (ValueError, TypeError, KeyError, AttributeError) as error:
        print(name, type(error).__name__, str(error).splitlines()[0])
with localcontext() as inner:
    inner.prec = 4
    print(D(1) / 7, getcontext() is inner, getcontext().prec)
    with localcontext(prec=2, Emax=9, rounding=ROUND_UP) as deeper:
        print(D(1) / 7, deeper.prec, deeper.Emax, D('9.95') * 1)
    print(D(1) / 7)
print(D(1) / 7, getcontext().prec)
setcontext(ExtendedContext)
print(D(1) / 0, getcontext() is ExtendedContext, getcontext().flags[DivisionByZero], ExtendedContext.flags[DivisionByZero])
small = Context(prec=3, Emin=-5, Emax=5, clamp=1, traps=[])
print(small.create_decimal('1E-7'), small.create_decimal('1.234E-6'), small.create_decimal('9.999E5'), small.create_decimal('1E5'), small)
try:
    localcontext(3)
except TypeError as error:
    print(error)
with localcontext() as exact:
    exact.prec, exact.Emax, exact.Emin = MAX_PREC, MAX_EMAX, MIN_EMIN
    print(D(2) ** 200, D(1) / 8, D('1e50') + D('1e-20'), D(6) / 3)
