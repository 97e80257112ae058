# area: modules
# prio: P1
# checks: Decimal takes strings, ints, floats, tuples and special values exactly, and says what it cannot take
from decimal import *

for text in ('3.14', ' 1_000.50 ', '-0', '+.5', '5.', '1e3', '12E-20', 'inf', '-Infinity', 'NaN', 'nan123', '-sNaN7', '１２.５',
             '0.000001', '0.0000001', '0E+3', '-0.00'):
    d = Decimal(text)
    print(repr(d), str(d), d.to_eng_string(), d.as_tuple(), d.adjusted())
for value in (0, -7, 10**30, True, 0.1, -0.0, 2.5, 1e-5, float('inf'), float('-inf'), float('nan')):
    print(repr(Decimal(value)), Decimal(value).as_tuple().exponent)
for value in ((0, (1, 2, 3), -2), (1, [0, 0, 4], 3), (0, (), 0), (1, (), 'F'), (0, (1, 2), 'n'), (1, (9,), 'N'), DecimalTuple(0, (7,), 1)):
    print(repr(Decimal(value)))
d = Decimal('1.10')
print(Decimal(d) is d, Decimal(), Decimal.from_float(0.3), Decimal.from_float(3), d.real is d, d.imag, d.conjugate())
for value in ('', '1 2', '1e', '--1', '0x1', 'infin', '1.2.3', 'nanx', '1e1000000000000000000', (1, 2), (2, (1,), 0), (0, (10,), 0),
              (0, (1,), 'x'), (0, (1,), 1.5), None, b'1', 1j, [], object):
    try:
        print(repr(Decimal(value)))
    except (ArithmeticError, TypeError, ValueError) as error:
        print(type(error).__name__, error)
print(getcontext().create_decimal('NaN1234'), Context(prec=3).create_decimal('3.14159'), Context(prec=3).create_decimal_from_float(1 / 3))
with localcontext() as context:
    context.traps[InvalidOperation] = False
    print(Decimal('junk'), context.flags[InvalidOperation])
big = Decimal('1' * 5000)
print(len(str(big)), big == int(big), len(str(big * 10**100)), Decimal(10**6000).adjusted())
