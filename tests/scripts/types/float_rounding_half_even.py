# area: types
# prio: P1
# checks: round of floats, to places before and after the point
for source in r"""round(0.5), round(1.5), round(2.5), round(-0.5), round(-1.5), round(2.4999)
round(2.675, 2), round(1.005, 2), round(0.125, 2), round(0.375, 2), round(1234.5678, -2), round(15.0, -1), round(25.0, -1)
round(1e300, -299), round(1.5, 400), round(1.5, -400), round(-0.0), round(0.0, 5), round(-0.04, 1)
round(float("inf"))
round(float("nan"))
round(float("inf"), 2), round(float("nan"), 1)
round(1.5, None), round(1e16 + 0.5), round(5e15 + 0.5)
round(1.5, 1.0)
round(1.5, "x")
round("x")
round()
round(1, 2, 3)
round(number=2.567, ndigits=1)
type(round(2.0)), type(round(2.0, 0)), round(1.7976931348623157e308, -308)""".splitlines():
    try:
        print(source, "->", repr(eval(source)))
    except Exception as error:
        print(source, "->", type(error).__name__, error)
