# area: types
# prio: P1
# checks: int() of floats and other numbers, infinities and nan
for source in r"""int(1.9), int(-1.9), int(1e20), int(2**53 + 0.0)
int(float("inf"))
int(float("-inf"))
int(float("nan"))
int(True), int(0j.real)
int(1j)
(1.5).__int__(), (1.5).__trunc__(), (-1.5).__floor__(), (-1.5).__ceil__()""".splitlines():
    try:
        print(source, "->", repr(eval(source)))
    except Exception as error:
        print(source, "->", type(error).__name__, error)
