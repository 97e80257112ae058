# area: types
# prio: P0
# checks: is_integer, as_integer_ratio, hex, fromhex, conversions
print((2.0).is_integer(), (2.5).is_integer(), (0.75).as_integer_ratio(), (10.0).as_integer_ratio())
print((0.1).hex(), float.fromhex("0x1.8p+1"), float.fromhex("-0x1p-2"), (1.5).conjugate(), (1.5).real, (1.5).imag)
for f in (lambda: float("inf").as_integer_ratio(), lambda: float("nan").as_integer_ratio()):
    try:
        f()
    except (OverflowError, ValueError) as e:
        print(type(e).__name__, e)
print(int(1e18), int(-1.9), round(2.5), round(3.5), round(-2.5), round(2.675, 2), round(1234.5, -2), round(1.5, 0))
