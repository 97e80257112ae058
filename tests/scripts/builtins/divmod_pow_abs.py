# area: builtins
# prio: P0
# checks: divmod, pow and abs for ints and floats
print(divmod(7, 3), divmod(-7, 3), divmod(7.5, 2), divmod(True, 2), divmod(10 ** 20, 7))
print(pow(2, 10), pow(2, -1), pow(2.0, 3), pow(5, 3, 13), pow(base=2, exp=3), pow(0, 0), pow(2, 3, -5), pow(-2, 3, 5))
print(abs(-5), abs(5), abs(-2.5), abs(True), abs(-10 ** 20), abs(-0.0), abs(float("-inf")))
for f in (lambda: divmod("a", 1), lambda: pow("a", 2), lambda: abs("a"), lambda: pow(1), lambda: divmod(1)):
    try:
        f()
    except TypeError as e:
        print(e)
