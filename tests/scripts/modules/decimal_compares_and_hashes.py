# area: modules
# prio: P1
# checks: Decimal compares with numbers exactly, hashes like them, and NaN is equal to nothing
from decimal import *
import numbers

D = Decimal
print(D('1.0') == 1, D('0.5') == 0.5, D('0.1') == 0.1, D('0.1') < 0.1, 1 < D('1.5') <= 2, D('1e400') > float('1e308'), D('inf') == float('inf'))
print(D(1) == 'a', D(1) != None, D(1) == 1 + 0j, D(1) == 1 + 1j, D('-0') == 0, D('1E+3') == 1000, D('NaN') == D('NaN'), D('NaN') != 1)
print(*(hash(D(text)) == hash(value) for text, value in (('1.00', 1), ('0.5', 0.5), ('-7E+2', -700), ('1e30', 10**30), ('-1', -1),
      ('0.0', 0), ('inf', float('inf')), ('-inf', float('-inf')), ('1e-3', D(1) / 1000), ('18446744073709551629', 2**64 + 13))))
print({D('1.0'): 'one'}[1], len({D('2'), D('2.0'), 2, 2.0}), sorted([D('3.1'), 2, D('-1E+2'), 0.5, D('2.50')]))
print(D(3).compare(D('3.0')), D(2).compare(3), D('2.0').compare_total(2), D(-3).compare_total_mag(2), D('NaN').compare(1), D(1).same_quantum(D(2)))
print(D(1).max(2), D(1).min(2), D('-3').max_mag(2), D('-3').min_mag(2), D('1.0').max(D(1)), D('1.0').min(D(1)))
print(D(1).next_plus(), D(1).next_minus(), D(1).next_toward(5), D('0').next_toward(-1), D('inf').next_minus())
for text in ('0', '-1.5', 'inf', '-inf', 'NaN', 'sNaN', '-0', '1E-1000020'):
    d = D(text)
    print(text, d.number_class(), d.is_finite(), d.is_infinite(), d.is_nan(), d.is_qnan(), d.is_snan(), d.is_signed(), d.is_zero(),
          d.is_normal(), d.is_subnormal(), d.is_canonical(), d.copy_negate(), d.copy_abs(), d.copy_sign(D(-1)))
print(D('1100').logical_and(D('1010')), D('1100').logical_or(D(1010)), D(1100).logical_xor(1010), Context(prec=6).logical_invert(101))
print(D('123.4').logb(), D('0.00123').logb(), D(0).radix(), D('1.5').canonical(), isinstance(D(1), numbers.Number), isinstance(D(1), numbers.Real))
for text in ("D('NaN') < 1", "D('sNaN') == 1", "D(1) < 'a'", "'a' < D(1)", "D(1) >= 1j", 'D(1) > None', "D(12).logical_and(1)", "D(1).compare('x')"):
    try:
        print(text, '=', eval(text))
    except Exception as error:
        print(text, '->', type(error).__name__, error)
