# area: language
# prio: P1
# checks: the future of annotations keeps them as text, of classes, functions and modules
from __future__ import annotations
from dataclasses import dataclass, fields


class A:
    x: int
    y: "str" = 1
    z: NotThere[5]


def f(a: int, *args: NotThere) -> str:
    b: int = 2
    return b


g: list[int] = []
print(A.__annotations__)
print(f.__annotations__)
print(__annotations__)


@dataclass
class D:
    x: int
    y: str = 'd'


print(D(1), [(f.name, f.type) for f in fields(D)])


class Eager:
    __annotations__['first'] = 0
    second: NotThere


print(Eager.__annotations__)
