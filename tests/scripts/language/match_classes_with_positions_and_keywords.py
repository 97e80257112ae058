# area: language
# prio: P1
# checks: class patterns by __match_args__, keywords, built-in types and inheritance

from dataclasses import dataclass


@dataclass
class Point:
    x: int
    y: int = 0


@dataclass
class Point3(Point):
    z: int = 0


class Lazy:
    __match_args__ = ("first",)

    def __init__(self):
        self.asked = []

    def __getattr__(self, name):
        if name == "nothing":
            raise AttributeError(name)
        self.__dict__["asked"].append(name)
        return name * 2


def where(value):
    match value:
        case Point3(x, y, z=0):
            return f"flat {x} {y}"
        case Point3(z=z):
            return f"z {z}"
        case Point(0, 0):
            return "origin"
        case Point(x=x, y=0) | Point(x=0, y=x):
            return f"axis {x}"
        case Point(int(), str(text)):
            return f"text {text}"
        case Lazy(nothing=_):
            return "never"
        case Lazy(value, other=other):
            return f"{value} {other} {value and other and 'asked'}"
        case list([a, *_]) | dict({"k": a}) | tuple((a, _)):
            return f"built-in {a}"


for value in [Point3(1, 2), Point3(1, 2, 3), Point(0), Point(5), Point(0, 7), Point(1, "t"), Point(3, 4), Lazy(),
              [1, 2], {"k": 3}, (4, 5), (6,)]:
    print(where(value))
for bad in ["Point(1, 2, 3)", "Lazy(1, first=2)", "object(1)", "print()"]:
    try:
        exec(f"match Point(1):\n case Point(1, 1): pass\n case {bad}: pass", {"Point": Point, "Lazy": Lazy})
        print(bad, "passed")
    except TypeError as error:
        print(bad, "|", error)
