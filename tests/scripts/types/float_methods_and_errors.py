# area: types
# prio: P1
# checks: as_integer_ratio, is_integer, conjugate, and unknown ones
for source in r"""(0.75).as_integer_ratio(), (-2.5).as_integer_ratio(), (0.0).as_integer_ratio(), (1e20).as_integer_ratio()
float("inf").as_integer_ratio()
float("nan").as_integer_ratio()
(2.0).is_integer(), (2.5).is_integer(), float("inf").is_integer(), (1e300).is_integer()
(1.5).real, (1.5).imag, (1.5).conjugate(), (1.5).__trunc__(), (1.5).__floor__(), (1.5).__ceil__(), (1.5).__bool__()
(1.5).is_integer(1)
(1.5).nope
float.hex("a")
(1.5).__add__("x"), (1.5).__add__(1), (1.5).__radd__(2), (1.5).__eq__(1.5), (1.5).__lt__("a")
1.5 + "a"
1.5 < "a"
1.5 & 1
1.5[0]
1.5()
""".splitlines():
    try:
        print(source, "->", repr(eval(source)))
    except Exception as error:
        print(source, "->", type(error).__name__, error)
