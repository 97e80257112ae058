# area: modules
# prio: P1
# checks: enum: values, aliases, lookups, checks, errors
from enum import (CONTINUOUS, Enum, EnumMeta, IntEnum, UNIQUE, auto, member, nonmember,
                  property as enum_property, unique, verify)


class Color(Enum):
    RED = 1
    GREEN = 2
    CRIMSON = 1

    @enum_property
    def loud(self):
        return self.name + '!'

    @classmethod
    def _missing_(cls, value):
        return cls.GREEN if value == 'grass' else None


print(list(Color), Color.CRIMSON is Color.RED, Color(2), Color['RED'], Color.RED.loud, Color('grass'))
print(repr(Color.RED), str(Color.RED), f'{Color.RED:>12}', Color.__members__)
for bad in (lambda: Color(9), lambda: Color['BLUE'], lambda: setattr(Color, 'RED', 3), lambda: Color.BLUE,
            lambda: EnumMeta.__prepare__('More', (Color,)), lambda: delattr(Color, 'RED')):
    try:
        print(bad())
    except Exception as error:
        print(type(error).__name__, error)


class Planet(Enum):
    EARTH = (5.97, 6.37)
    MARS = (0.64, 3.4)

    def __init__(self, mass, radius):
        self.mass = mass
        self.radius = radius


print(Planet.MARS.radius, Planet((5.97, 6.37)))
Made = Enum('Made', 'a b c', start=5)
print(list(Made), Made.__class__ is EnumMeta)
for decorate, base, body in ((unique, Enum, {'A': 1, 'B': 1}), (verify(UNIQUE), Enum, {'A': 1, 'B': 1}),
                             (verify(CONTINUOUS), IntEnum, {'A': 1, 'B': 4})):
    try:
        decorate(base('Checked', body))
    except ValueError as error:
        print(error)


class Mixed(Enum):
    x = nonmember(3)
    y = member(4)
    z = auto()

    def f(self):
        return self


print(Mixed.x, Mixed.y, Mixed.z.value, Mixed.y.f())
