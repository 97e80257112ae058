# area: language
# prio: P0
# checks: integer bases, underscores, floats and exponents
print(0, 1_000_000, 0b1010, 0o17, 0xFF, 0B1, 0O7, 0Xa_b, 00)
print(1.5, .5, 5., 1e3, 1E-3, 1_0.0_1, 1e+2, 0.1 + 0.2)
print(10 ** 20, -5, --5, ~5, +5, - 2 ** 2, (-2) ** 2, 2 ** -1)
print(1 if True else 2, 3 .real, 1.0.is_integer())
