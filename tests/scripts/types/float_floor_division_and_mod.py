# area: types
# prio: P1
# checks: // and % of floats: signs, infinities, exactness
for source in r"""7.5 // 2, -7.5 // 2, 7.5 % -2, -7.5 % 2, 5.0 % 3, -5.0 % 3, 0.0 % -5, -0.0 % 5
1.0 // 0.1, 1.0 % 0.1, 6.0 % 0.1, 1e300 % 7, divmod(-1e-20, 1e10)
float("inf") // 1, float("inf") % 1, 1 % float("inf"), -1 % float("inf"), 1 // float("-inf"), divmod(5, float("inf"))
divmod(7.25, 2), divmod(-7.25, 2), divmod(7, 2.5)
2.0 ** 1024
(-2.0) ** 0.5
0.0 ** -2
(-1.0) ** float("inf"), 1.0 ** float("nan"), float("nan") ** 0, 2.0 ** -1074, 2.0 ** -1075
10.0 ** 308 * 10, -(10.0 ** 308) * 10, 1e308 + 1e308""".splitlines():
    try:
        print(source, "->", repr(eval(source)))
    except Exception as error:
        print(source, "->", type(error).__name__, error)
