# area: types
# prio: P0
# checks: ** with negative and huge exponents, three-argument pow, shifts
print(2 ** 0, 0 ** 0, (-3) ** 3, 2 ** -2, 7 ** 77, pow(3, 200, 1000007), pow(-3, 5, 7), pow(3, -1, 11))
print(1 << 100 >> 98, -1 >> 1000, 1 >> 1000, 0 << 10 ** 3)
for f in (lambda: 1 << -1, lambda: 1 >> -1, lambda: pow(2, 3, 0), lambda: pow(2, -1, 4), lambda: pow(2.0, 3, 5)):
    try:
        print(f())
    except (ValueError, TypeError) as e:
        print(type(e).__name__, e)
