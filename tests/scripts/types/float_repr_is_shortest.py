# area: types
# prio: P0
# checks: repr of floats: shortest digits that round trip, exponents, special values
for x in (0.1, 1 / 3, 1e16, 1e15, 123456789012345680.0, 1e-4, 1e-5, 1.5e300, 5e-324, 1.7976931348623157e308, 0.1 + 0.2, 100.0, -0.0, 2.5, 1e22, 1e21, 9007199254740993.0, float("inf"), -float("inf"), float("nan")):
    print(repr(x), str(x), [x])
print(float(10 ** 15), float(10 ** 16), 1e2, 3.0 * 2, 7.0 // 2, 1.1 * 3)
