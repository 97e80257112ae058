# area: modules
# prio: P1
# checks: enum: lookups, duplicates, bad definitions, flags, functional form
import enum
from enum import *
class C(Enum):
    RED = 1
    GREEN = 2
    ALIAS = 1
class N(IntEnum):
    A = 1
    B = 2
class F(Flag):
    X = auto()
    Y = auto()
for source in r'''C(1), C["GREEN"], C.ALIAS, list(C), len(C), C.RED.name, C.RED.value, C.__members__["ALIAS"], C.RED in C, C.RED == 1, N.A == 1, N.A + 1, N.A < N.B, repr(N.B), str(N.B), f"{N.B}", f"{C.RED}", "%d" % N.A, hash(C.RED) == hash("RED")
C(5)
C["BLUE"]
C.BLUE
C.RED.foo
C()
C(1, 2)
C.RED < C.GREEN
setattr(C, "RED", 5)
setattr(C.RED, "value", 5)
delattr(C, "RED")
1 in C
Enum("E", "A B C")(2), Enum("E", ["A", "B"]).B, Enum("E", {"A": 5}).A.value, Enum("E", [("A", 7)], start=3).A.value, IntEnum("E", "A B", start=5).B, Enum("E", "A", module="m", qualname="q").__qualname__
Enum("E", "A A")
Enum("E", 5)
F.X | F.Y, F.X & F.Y, ~F.X, F.X ^ F.X, bool(F(0)), F(3), F.X in F(3), list(F(3)), len(F(3)), F["X"], F.X.value, F(0), str(F(3)), repr(F.X | F.Y)
F.X | 1
F["Z"]
exec("class D(Enum):\n A = 1\n A = 2")
exec("@unique\nclass D(Enum):\n A = 1\n B = 1")
exec("class D(C):\n Z = 1")
exec("class D(Enum):\n _bad_ = 1\nprint(list(D))")
exec("class D(Enum):\n A = auto()\n B = 'b'\n def m(self): return self.value\nprint(D.B.m(), D.A.value)")
exec("class D(str, Enum):\n A = 'a'\nprint(D.A == 'a', D.A.upper(), repr(D.A), str(D.A))")
exec("class D(StrEnum):\n A = auto()\n B = 5")
exec("class D(IntEnum):\n A = 'x'")
exec("class D(Enum):\n A = 1\n @property\n def v(self): return self._value_ * 2\n @classmethod\n def first(cls): return cls.A\nprint(D.A.v, D.first(), D('missing') if 0 else '')")
exec("class D(Enum):\n A = 1\n @classmethod\n def _missing_(cls, v): return cls.A if v == 'a' else None\nprint(D('a')); D('b')")
C.RED is copy_ if (copy_ := __import__("copy").deepcopy(C.RED)) else 0, C.RED.__class__, isinstance(C.RED, C), {C.RED: 1}[C(1)], C.__name__, type(C), dir(C.RED)[-2:]
'''.splitlines():
    try:
        print(source, "->", repr(eval(source)))
    except Exception as error:
        print(source, "->", type(error).__name__, error)
