# area: types
# prio: P1
# checks: a subclass of int: arithmetic gives ints, methods may be replaced
class I(int):
    def __repr__(self):
        return f"I({int(self)})"
    def __add__(self, other):
        return I(int(self) + other)
class Lies(int):
    def __int__(self): return 99
    def __index__(self): return 98
    def __bool__(self): return False
for source in r"""I(5), I("7"), I(), I(5) + 1, 1 + I(5), I(5) - 1, -I(5), abs(I(-5)), +I(5), ~I(5)
type(I(5) + 1).__name__, type(1 + I(5)).__name__, type(I(5) * 2).__name__, type(round(I(5))).__name__, type(I(5).real).__name__
[1, 2, 3][I(1)], "ab" * I(2), range(I(3)), {5: "x"}[I(5)], I(5) == 5, hash(I(5)) == hash(5)
f"{I(5)} {I(5)!r} {I(5):>4}", "%d %s" % (I(5), I(5)), str(I(5))
int(Lies(5)), int(str(int.__str__(Lies(5)))), bool(Lies(5)), [10, 20][Lies(1)], range(Lies(3)), Lies(5) + 0
I(2.7), I("11", 2), I.from_bytes(b"\x05", "big")
I("x")""".splitlines():
    try:
        print(source, "->", repr(eval(source)))
    except Exception as error:
        print(source, "->", type(error).__name__, error)
