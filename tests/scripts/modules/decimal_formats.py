# area: modules
# prio: P1
# checks: format of Decimal: precision, comma, percent, exponents, fill, alignment, signs, zeros and special values
from decimal import *

numbers = [Decimal(text) for text in ('0', '-0.00', '1234567.891', '-1234.5', '0.000123', '1E+10', '9.995', '12', 'Infinity', '-NaN12')]
for spec in ('', '.2f', ',.2f', '010.1f', '+.3e', '.3g', 'G', '%', '.1%', '>14', '*<12.2f', '^+15,.1f', '=12', ' .0f', '020,.2f', 'z.1f', 'n',
             '.0e', 'E', 'F', '-^9', '012,'):
    print(f'{spec!r:10}', *(f'[{number:{spec}}]' for number in numbers))
price = Decimal('1299.5')
print(f'{price:,.2f} {price:>12,.2f} {price!r:>20} {price!s}', '%s %.2f %d %r' % (price, price, price, price), '{:,}'.format(price * 1000))
for spec in ('x', 'd', '10d', '_', '<05', '.f', '#f', ',n', 's', 'ff'):
    try:
        print(spec, format(price, spec))
    except ValueError as error:
        print(spec, error)
for mode in (ROUND_UP, ROUND_DOWN, ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP, ROUND_HALF_DOWN, ROUND_HALF_EVEN, ROUND_05UP):
    with localcontext(rounding=mode):
        print(mode, *(f'{Decimal(text):.1f}' for text in ('0.25', '-0.25', '0.35', '0.21', '-0.29', '0.05')))
with localcontext(capitals=0):
    print(Decimal('1E+20'), repr(Decimal('1E-20')), f'{Decimal("1E+20")}', f'{Decimal("1E+20"):E}', Decimal('1E+20').to_eng_string())
print(*(Decimal(text).to_eng_string() for text in ('1E+4', '12E-8', '0E+1', '123456E-12', '-1.23E+10', '0.00000001')))
