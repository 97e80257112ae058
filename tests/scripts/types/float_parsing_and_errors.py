# area: types
# prio: P0
# checks: float() of strings and numbers, special words, error words
for s in ("1.5", "  -2e3 ", "inf", "-Infinity", "NaN", "1_0.5", ".5", "5.", "1e400", "-0", "1e-400", "0x10", "", "abc", "1__0", "1e"):
    try:
        print(repr(s), float(s))
    except ValueError as e:
        print(e)
for f in (lambda: float(10 ** 400), lambda: float(None), lambda: float([]), lambda: 10.0 ** 400, lambda: 10 ** 400 / 3, lambda: int(float("inf"))):
    try:
        print(f())
    except (TypeError, OverflowError) as e:
        print(type(e).__name__, e)
print(10 ** 400 // 10 ** 399, 10 ** 400 / 10 ** 399, float(True))
