# area: modules
# prio: P1
# checks: operators of Decimal round to the context, mix with ints, refuse the rest, and signal
from decimal import *

D = Decimal
print(D('1.10') + D('2.205'), D('1.30') - D('1.3'), D('1.20') * 3, 10 / D(3), D(7) // 2, D(-7) // 2, D(-7) % 2, 7 % D('2.5'))
print(divmod(D(17), D('5.2')), divmod(-17, D(5)), D(2) ** 10, 2 ** D(-2), D(2) ** D('0.5'), pow(D(7), 20, 13), D('1.5') ** 3)
print(-D('0'), +D('-0.0'), abs(D('-3.50')), sum([D('0.1')] * 10), 1 - D('0.9'), D('0.1') + D('0.2') == D('0.3'))
print(int(D('-3.9')), float(D('1.1')), complex(D(2)), bool(D('0.00')), round(D('2.5')), round(D('3.5')), round(D('2.675'), 2), round(D(1234), -2))
import math
print(math.floor(D('-1.5')), math.ceil(D('1.2')), math.trunc(D('-1.7')), math.sqrt(D(4)), D('3.125').as_integer_ratio(), D('-1E+2').as_integer_ratio())
print(D(2).sqrt(), D(1).exp(), D(10).ln(), D('2').log10(), D('0.001').log10(), D(100).sqrt(), D('1E-5').exp())
print(D(2).fma(3, D('0.5')), D(10).remainder_near(D(6)), D('123.456').quantize(D('0.01')), D('7.5').to_integral_value(), D('12.300').normalize(),
      D('120000').normalize(), D('1.5').to_integral_exact(ROUND_UP), D('123').scaleb(-2), D('123').shift(2), D('1234').rotate(-1))
print(D('Infinity') - 1, -D('Infinity') * 2, D(1) / D('Infinity'), D('NaN') + 1, max(D(3), 5, D('4.5')), D(3).max(D('NaN')), D('1.0').compare_total(D(1)))
for text in ('D(1) / 0', 'D(0) / 0', 'D(1) // 0', 'D(1) % 0', 'divmod(D(1), 0)', "D('inf') - D('inf')", "D('inf') * 0", "D('sNaN') + 1",
             'D(-1).sqrt()', 'D(-1).ln()', 'D(0) ** 0', "D(10) ** 40 // 3", "D('1e999999') * 10", "D('1.5') + 1.5", "1.5 - D(1)", "D(1) * 'a'",
             "'a' + D(1)", 'D(1) / None', '[1] * D(2)', "D(1) ** 2.0", "divmod(D(1), 'x')", "int(D('NaN'))", "int(D('inf'))", "float(D('sNaN'))",
             "D('123.456').quantize(D('1e-30'))", "D('NaN').as_integer_ratio()", 'range(D(3))', '[1, 2][D(0)]', "round(D('nan'))", "hash(D('sNaN'))"):
    try:
        print(text, '=', eval(text))
    except Exception as error:
        print(text, '->', type(error).__name__, error)
print(issubclass(DivisionByZero, ZeroDivisionError), issubclass(InvalidOperation, ArithmeticError), issubclass(Overflow, Inexact),
      [c.__name__ for c in Underflow.__mro__], issubclass(FloatOperation, TypeError))
