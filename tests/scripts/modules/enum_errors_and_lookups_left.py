# area: modules
# prio: P1
# checks: (still different) enum: lookups, duplicates, bad definitions, flags, functional form
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
for source in r'''type("D", (C,), {})
'''.splitlines():
    try:
        print(source, "->", repr(eval(source)))
    except Exception as error:
        print(source, "->", type(error).__name__, error)
