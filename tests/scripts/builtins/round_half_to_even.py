# area: builtins
# prio: P0
# checks: round with and without digits for ints and floats
print([round(x) for x in (0.5, 1.5, 2.5, -0.5, -1.5, 2.4, 2.6, 1e20)], round(1.25, 1), round(1.35, 1), round(2.675, 2), round(-2.5, 0), round(5), round(15, -1), round(25, -1), round(-15, -1), round(12345, -2), round(1234567, -10))
print(type(round(1.0)).__name__, type(round(1.0, 0)).__name__, round(1.0, None), round(3.14159, 3), round(1e-10, 5), round(0.1 + 0.2, 10), round(number=2.55, ndigits=1))


class R:
    def __round__(self, n=None):
        return ("rounded", n)


print(round(R()), round(R(), 2))
for f in (lambda: round("a"), lambda: round(float("nan")), lambda: round(float("inf")), lambda: round(1.5, "x"), lambda: round()):
    try:
        f()
    except (TypeError, ValueError, OverflowError) as e:
        print(type(e).__name__, e)
