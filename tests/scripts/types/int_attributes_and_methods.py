# area: types
# prio: P1
# checks: real, imag, numerator, as_integer_ratio, and what is not there
for source in r"""(5).real, (5).imag, (5).numerator, (5).denominator, True.real, True.numerator
(5).conjugate(), (5).as_integer_ratio(), True.as_integer_ratio(), (5).__index__()
(5).nope
(5).real()
(5).bit_length(1)
int.bit_length()
int.bit_length("a")
(5).__add__("a"), (5).__add__(1.5), (5).__eq__("5"), (5).__lt__(6)
(5).__add__()
(5).__pow__(2, 3), (5).__rpow__(2), (5).__rsub__(1), (5).__bool__()
(5).__divmod__(2), (5).__round__(-1), (5).__format__("x"), (5).__getnewargs__()
int.__new__(str)
int.__new__(bool, 1)
int.__new__()
int.__new__(3)""".splitlines():
    try:
        print(source, "->", repr(eval(source)))
    except Exception as error:
        print(source, "->", type(error).__name__, error)
