# area: types
# prio: P1
# checks: repr of floats: the shortest text that gives the number back
for source in r"""[0.1, 0.1 + 0.2, 1e16, 1e15, 123456789012345680.0, 1e22, 1e21, 1.0, 100.0, 1e100]
[1e-4, 1e-5, 0.00012345, 5e-324, 1.7976931348623157e308, 2.2250738585072014e-308]
[-0.0, 0.0, 1/3, 2/3, 1e23, 9007199254740993.0, 4.35, 0.5, 2.675, 1.1 * 3]
str(1e16), str(1.5e300), repr(float("inf")), repr(-float("inf")), repr(float("nan"))
float(repr(0.1 + 0.7)) == 0.1 + 0.7, 1e308 * 10, -1e308 * 10""".splitlines():
    try:
        print(source, "->", repr(eval(source)))
    except Exception as error:
        print(source, "->", type(error).__name__, error)
