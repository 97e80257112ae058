# area: types
# prio: P0
# checks: modulo signs, floor division, infinities, nan comparisons, rounding
inf, nan = float("inf"), float("nan")
print(5.5 % 2, -5.5 % 2, 5.5 % -2, -5.5 // 2, 5.5 // -2, divmod(-7.5, 2), 0.0 % 5, -0.0 % 5)
print(inf + 1, inf - inf, inf * 0, 1 / inf, -1 / inf, inf == inf, nan == nan, nan != nan, nan < 1, inf > 10 ** 400)
print(2.0 ** 0.5, (-8) ** (1 / 3) if False else "complex avoided", 2 ** 0.5, 4 ** -0.5, 0.0 ** 0, inf ** 0, 1.0 ** inf)
print(1e308 * 10, -1e308 * 10, 5 % inf, -5 % inf, 3.0 == 3, hash(3.0) == hash(3), 0.0 == -0.0)
