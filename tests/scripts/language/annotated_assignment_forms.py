# area: language
# prio: P1
# checks: annotations with and without values, of names, attributes and items

import typing

x: int = 5
y: str
z: "later" = None
(paren): int = 7


class C:
    a: int = 1
    b: typing.List["C"]
    c: typing.ClassVar[int] = 3

    def __init__(self):
        self.d: float = 1.5
        self.e: int


obj = C()
obj.f: int = 9
items = [0]
items[0]: int = 4


def f(p: int, *q: str, r: bool = True, **s: float) -> None:
    local: undefined_name = 1
    other: int
    return local


print(x, z, paren, obj.d, obj.f, items, f(1), hasattr(obj, "e"), hasattr(C, "b"))
print(__annotations__, C.__annotations__, f.__annotations__)
for source in ["y", "print(q9)", "(a, b): int = 1, 2", "a: int, b: int", "x: int += 1", "f(): int = 1"]:
    try:
        exec(source)
    except (NameError, SyntaxError) as error:
        print(type(error).__name__, error.msg if isinstance(error, SyntaxError) else error)
