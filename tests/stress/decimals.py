"""Random operations of `decimal` over random contexts, the same in every interpreter.

`decimals.py` prints a sum for every hundred of them; `decimals.py SEED COUNT` prints them all, to be compared with what
CPython prints for the same.
"""
import sys
from decimal import *

state, count = int(sys.argv[1]) if len(sys.argv) > 1 else 1, int(sys.argv[2]) if len(sys.argv) > 2 else 2000
told = len(sys.argv) > 1
total = 0


def rnd(n):
    global state
    state = (state * 6364136223846793005 + 1442695040888963407) % 2**64
    return (state >> 33) % n


def pick(items):
    return items[rnd(len(items))]


ROUNDINGS = [ROUND_UP, ROUND_DOWN, ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP, ROUND_HALF_DOWN, ROUND_HALF_EVEN, ROUND_05UP]
SPECIAL = ['0', '-0', 'Infinity', '-Infinity', 'NaN', '-NaN12345678901', 'sNaN', '-sNaN98', '0E+7', '-0E-9', '1', '-1', '1.000',
           '10', '1E+3', '0.5', '2', '-2', '3', '1E-6', '1E+400', '1E-400', '9.99999999', '99999', '0.99999999999', '1.0000001']


def digits(most):
    style = rnd(5)
    n = 1 + rnd(most)
    if style == 0:
        return '9' * n
    if style == 1:
        return '1' + '0' * (n - 1)
    if style == 2:
        return ''.join(pick('01') for _ in range(n))
    text = ''.join(pick('0123456789') for _ in range(n))
    return text + pick(['', '5', '50', '0000']) if style == 3 else text


def number():
    if rnd(6) == 0:
        return pick(SPECIAL)
    text = digits(pick([3, 8, 14, 40]))
    if rnd(2):
        at = rnd(len(text) + 1)
        text = text[:at] + '.' + text[at:]
    if rnd(3) == 0:
        text += f'E{rnd(pick([3, 20, 60, 700])) - pick([0, 3, 20, 60, 400])}'
    return pick(['', '', '-']) + text


def small():
    return pick(['', '', '-']) + str(rnd(pick([3, 12, 40])))


def binary():
    return ''.join(pick('01') for _ in range(1 + rnd(14))) if rnd(8) else number()


UNARY = ['abs', 'plus', 'minus', 'exp', 'ln', 'log10', 'logb', 'next_minus', 'next_plus', 'normalize', 'sqrt', 'number_class',
         'is_normal', 'is_subnormal', 'canonical', 'copy_abs', 'copy_negate', 'is_finite', 'is_infinite', 'is_nan', 'is_qnan',
         'is_signed', 'is_snan', 'is_zero', 'to_eng_string', 'to_sci_string', 'to_integral_exact', 'to_integral_value',
         'create_decimal']
BINARY = ['add', 'subtract', 'multiply', 'divide', 'divide_int', 'divmod', 'remainder', 'remainder_near', 'compare',
          'compare_signal', 'compare_total', 'compare_total_mag', 'copy_sign', 'max', 'max_mag', 'min', 'min_mag', 'next_toward',
          'quantize', 'same_quantum', 'power', 'add', 'subtract', 'multiply', 'divide', 'quantize', 'power']
SMALL = ['rotate', 'shift', 'scaleb', 'power']
BITS = ['logical_and', 'logical_or', 'logical_xor']
SIGNALS = [InvalidOperation, DivisionByZero, Overflow, Underflow, Inexact, Rounded, Clamped, Subnormal, FloatOperation]


def context():
    prec = pick([1, 2, 3, 5, 9, 16, 28, 50])
    emax, emin = pick([(0, 0), (3, -3), (9, -9), (99, -99), (384, -383), (999999, -999999), (999999, -999999)])
    traps = [signal for signal in SIGNALS if rnd(12) == 0] if rnd(2) else []
    return Context(prec=prec, rounding=pick(ROUNDINGS), Emin=emin, Emax=emax, capitals=rnd(2), clamp=rnd(2), flags=[], traps=traps)


def spec():
    text = ''
    if rnd(3) == 0:
        text += pick(['', '*', 'x', '0', ' ', 'é']) + pick('<>=^')
    text += pick(['', '', '+', '-', ' '])
    text += pick(['', '', '', '0'])
    text += pick(['', '', str(1 + rnd(30))])
    text += pick(['', '', ','])
    text += pick(['', '', f'.{rnd(12)}'])
    return text + pick(['', '', 'e', 'E', 'f', 'F', 'g', 'G', '%', 'n'])


def tell(*words):
    global total
    line = ' '.join(map(str, words))
    if told:
        print(line)
    for character in line:
        total = (total * 31 + ord(character)) % 2**61


def say(head, call, *args):
    try:
        result = repr(call(*args))
    except (ArithmeticError, ValueError, TypeError) as error:
        result = f'{type(error).__name__}: {error}'
    tell(head, '->', result, [signal.__name__ for signal in SIGNALS if getcontext().flags[signal]])


for turn in range(count):
    inner = context()
    setcontext(inner)
    if turn % 100 == 99 and not told:
        print(turn, total)
    kind = rnd(12)
    texts = [number(), number(), number()]
    if kind == 0:
        texts = [number(), small()]
        name = pick(SMALL)
    elif kind == 1:
        texts = [binary(), binary()]
        name = pick(BITS)
        if rnd(4) == 0:
            texts, name = texts[:1], 'logical_invert'
    elif kind == 2:
        name = 'fma'
    elif kind < 6:
        texts = texts[:1]
        name = pick(UNARY)
    elif kind < 10:
        texts = texts[:2]
        name = pick(BINARY)
    elif kind == 10:
        form = spec()
        say(f'{turn} format {texts[0]} {form!r} {inner}', lambda: format(Decimal(texts[0]), form))
        say(f'{turn} text', lambda: (str(Decimal(texts[0])), Decimal(texts[0]).to_eng_string(), Decimal(texts[0]).as_tuple()))
        continue
    else:
        one, other = Decimal(texts[0]), Decimal(texts[1])
        say(f'{turn} order {one} {other}', lambda: (one < other, one == other, one >= other))
        say(f'{turn} int {one}', lambda: (int(one) if abs(one) < Decimal('1e90') else 0, hash(one), one.as_integer_ratio()))
        say(f'{turn} round {one}', lambda: (round(one, rnd(9) - 3), round(other) if other.adjusted() < 90 else 0, float(one)))
        say(f'{turn} float {one}', lambda: (one == float(other), one < float(other), bool(one), inner.create_decimal(texts[2])))
        continue
    say(f'{turn} {name} {texts} {inner}', lambda: getattr(inner, name)(*[Decimal(text) for text in texts]))
