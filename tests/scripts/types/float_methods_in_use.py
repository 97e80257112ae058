# area: types
# prio: P1
# checks: hex, ratios, is_integer, rounding, signs and special values

inf, nan = float("inf"), float("nan")
for x in [0.0, -0.0, 1.0, 0.1, -2.5, 1e16, 1.5e300, 5e-324, 123456789.125]:
    print(x, repr(x), x.hex(), float.fromhex(x.hex()) == x, x.is_integer(), x.as_integer_ratio(), int(x), round(x), round(x, 1), bool(x))
print(inf, -inf, nan, inf > 1e308, nan == nan, nan != nan, inf - inf, inf * 0, -inf < inf, nan in [nan], [nan] == [nan], max(1.0, nan), min(nan, 1.0))
print(0.1 + 0.2, 0.1 + 0.2 == 0.3, 1e16 + 1, 1 / 3, 2 / 3, 100 * 1.1, 1e22, 1e23, 1e-5, 0.0001, 123456789012345678.0, 1e15, 1e16)
print(7.5 // 2, -7.5 // 2, 7.5 % 2, -7.5 % 2, 7.5 % -2, divmod(-1.0, 0.3), 2.0**0.5, (-8) ** (1 / 3), 0.0**0, -0.0 == 0.0, 1.0.__neg__())
print(round(2.5), round(3.5), round(-0.5), round(2.675, 2), round(1e20, -19), round(1234.5678, -2), round(0.5, 0), round(1.5, None))
print(float("  1.5 "), float("1_0.5"), float("1e3"), float("-inf"), float(".5"), float("5."), float("infinity"), float(), float(True), float(10**20))
print(f"{3.14159:.2f} {1e10:g} {1234.5:e} {0.00001:g} {0.5:%} {1e6:,.1f} {-1.5:+08.2f} {2.0:g} {inf:f} {1.0:.0f} {0.1:.20f} {1.5:10}|{1e100:.3}")
print(hash(1.0) == hash(1), hash(0.5) == hash(0.5), hash(inf), hash(-inf), (0.5).conjugate(), (2.5).real, (2.5).imag, 3.0.__trunc__(), 3.7.__floor__(), 3.2.__ceil__())
for bad in [lambda: float("x"), lambda: float(""), lambda: float(None), lambda: float(10**400), lambda: 1.0 / 0, lambda: 1.0 % 0, lambda: 0.0**-1, lambda: 10.0**400, lambda: round(inf), lambda: round(nan), lambda: inf.as_integer_ratio(), lambda: nan.as_integer_ratio(), lambda: float.fromhex("0xg"), lambda: 1.5 & 1, lambda: 1.0 // 0.0]:
    try:
        bad()
    except (TypeError, ValueError, ArithmeticError) as error:
        print(type(error).__name__, error)
