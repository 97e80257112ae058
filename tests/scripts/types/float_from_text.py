# area: types
# prio: P1
# checks: float() of text: forms, infinities, underscores, and what it refuses
for source in r"""float(" 1.5\n"), float("1e3"), float(".5"), float("5."), float("-0"), float("1_0.5_0"), float("٣.٥")
float("inf"), float("-Infinity"), float("iNf"), float("nan"), float("+nan")
float("")
float("1e")
float("1__0")
float("1._5")
float("0x10")
float("infinit")
float("1 2")
float(b"2.5"), float(bytearray(b"1e2"))
float(b"x")
float(None)
float([])
float(1j)
float(1, 2)
float(x=1)
float(10 ** 400)
float("1e400"), float("-1e400"), float("1e-400"), float("9" * 400)""".splitlines():
    try:
        print(source, "->", repr(eval(source)))
    except Exception as error:
        print(source, "->", type(error).__name__, error)
