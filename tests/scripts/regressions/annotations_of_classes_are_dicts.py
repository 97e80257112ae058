# area: regressions
# prio: P0
# checks: annotations of classes are there for decorators, metaclasses and __init_subclass__; unknown names wait
from dataclasses import dataclass
from typing import NamedTuple


@dataclass
class P:
    x: int
    y: int = 2


class Row(NamedTuple):
    a: int
    b: str = "x"


class Seen:
    def __init_subclass__(cls):
        print(cls.__name__, cls.__dict__["__annotations__"])


class Sub(Seen):
    v: list[int] = []


print(P(1), P(1) == P(1, 2), P.__annotations__)
print(Row(1), Row.__annotations__)
