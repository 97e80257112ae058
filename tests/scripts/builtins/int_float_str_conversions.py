# area: builtins
# prio: P0
# checks: conversions through the special methods
class N:
    def __int__(self):
        return 3

    def __float__(self):
        return 2.5

    def __index__(self):
        return 4

    def __str__(self):
        return "N!"

    def __bytes__(self):
        return b"bytes"

    def __format__(self, spec):
        return "<" + spec + ">"

    def __bool__(self):
        return False


n = N()
print(int(n), float(n), str(n), bytes(n), f"{n:abc} {n}", format(n), format(n, "q"), bool(n), [0, 1, 2, 3, 4][n], hex(n), range(n), "{:z}".format(n), "%d %s" % (n, n))


class Bad:
    def __int__(self):
        return "x"

    def __float__(self):
        return 1

    def __format__(self, s):
        return 5


for f in (lambda: int(Bad()), lambda: float(Bad()), lambda: format(Bad()), lambda: int(object()), lambda: float(object)):
    try:
        f()
    except TypeError as e:
        print(e)
