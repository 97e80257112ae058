# area: types
# prio: P1
# checks: format specs of complex numbers
for source in r"""f"{1+2j}", f"{1.5-2j:.2f}", f"{1+2j:>12}", f"{1+2j:<12}|", f"{1+2j:^12}|", f"{1+2j:+.1e}", f"{12345.678+1j:,.1f}", f"{1+2j:g}", f"{0j:.3g}", f"{1j:G}"
format(1j, "=10")
format(1j, "010")
format(1j, "d")
format(1j, "%")
format(1j, "s")
format(complex("nan"), ".1f"), format(complex("inf"), "E"), format(-1j, " "), format(1-0j, "#.0f"), format(1+1j, "*^20")""".splitlines():
    try:
        print(source, "->", repr(eval(source)))
    except Exception as error:
        print(source, "->", type(error).__name__, error)
