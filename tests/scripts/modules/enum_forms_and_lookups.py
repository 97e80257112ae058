# area: modules
# prio: P1
# checks: auto, aliases, unique, functional form, IntEnum, StrEnum, Flag and methods

from enum import Enum, Flag, IntEnum, StrEnum, auto, unique


class Colour(Enum):
    RED = 1
    GREEN = auto()
    CRIMSON = 1

    @property
    def nice(self):
        return self.name.title()

    @classmethod
    def _missing_(cls, value):
        return cls.RED if value == "default" else None


class Level(IntEnum):
    LOW = 1
    HIGH = 10


class Word(StrEnum):
    HELLO = auto()
    BYE = "bye!"


class Perm(Flag):
    R = auto()
    W = auto()
    X = auto()
    RW = R | W


class Planet(Enum):
    EARTH = (5.97, 6.37)
    MARS = (0.64, 3.39)

    def __init__(self, mass, radius):
        self.mass = mass


print(list(Colour), Colour.CRIMSON is Colour.RED, Colour(2), Colour["RED"].nice, Colour("default"), len(Colour), list(Colour.__members__))
print(repr(Colour.RED), str(Colour.RED), f"{Level.HIGH}", Level.LOW + 1, Level.LOW < 5, sorted(Level, reverse=True), Word.HELLO, repr(Word.BYE), Word.BYE.upper())
print(Perm.R | Perm.X, Perm.RW, Perm.R in Perm.RW, Perm.RW & Perm.W, ~Perm.R, Perm(0), list(Perm.RW), bool(Perm(0)), Perm.RW.value)
print(Planet.MARS.mass, Planet((5.97, 6.37)), isinstance(Level.LOW, int), Colour.RED == 1, Level.LOW == 1, {Colour.RED: "r"}[Colour.CRIMSON], Colour.RED in Colour)
Animal = Enum("Animal", "CAT DOG")
print(list(Animal), Animal.DOG.value, Enum("Pair", {"A": "x"}).A, Level(10).name)
for bad in [lambda: Colour(99), lambda: Colour["NONE"], lambda: Colour.RED < Colour.GREEN, lambda: setattr(Colour, "RED", 5), lambda: Colour.NOPE, lambda: Level("x")]:
    try:
        bad()
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        print(type(error).__name__, error)
try:
    @unique
    class Twice(Enum):
        A = B = 1
except ValueError as error:
    print(error)
