# area: modules
# prio: P1
# checks: enum: Flag, IntFlag, IntEnum, StrEnum
from enum import Flag, IntEnum, IntFlag, StrEnum, auto


class Access(Flag):
    R = auto()
    W = auto()
    X = auto()
    RW = R | W


print(Access.R | Access.X, ~Access.R, Access(0), Access.RW & Access.W, list(Access.RW), len(Access.RW))
print(Access.R in Access.RW, bool(Access(0)), repr(Access(7)), Access.R ^ Access.RW)
try:
    Access(8)
except ValueError as error:
    print(error)


class Perm(IntFlag):
    A = 1
    B = 2


print(Perm.A | 8, repr(Perm(9)), Perm.A + 1, f'{Perm.B:03}', str(Perm.B), ~Perm.A)


class Number(IntEnum):
    ONE = 1
    TWO = 2


class Name(StrEnum):
    FIRST = auto()
    LAST = 'end'


print(Number.ONE < Number.TWO, str(Number.TWO), repr(Number.TWO), Name.FIRST, repr(Name.LAST), Name.LAST.upper())
