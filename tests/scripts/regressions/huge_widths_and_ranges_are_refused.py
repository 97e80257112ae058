# area: regressions
# prio: P0
# checks: a width or a range too large for memory raises, and nothing aborts
for f in (lambda: format(1, "100000000000000000"), lambda: "%*d" % (2 ** 60, 1), lambda: f"{1:{2 ** 60}}", lambda: list(range(2 ** 62)), lambda: list(range(2 ** 62, 0, -1)), lambda: "x".ljust(2 ** 60), lambda: bytearray(2 ** 60)):
    try:
        f()
        print("no error")
    except (MemoryError, OverflowError, ValueError):
        print("refused")
