# area: language
# prio: P0
# checks: from __future__ import annotations: annotations are their text, of modules, classes, functions, dataclasses
from __future__ import annotations
import dataclasses
import typing
x: int = 3
y: undefined[name] | 'quoted'
class A:
    a: int
    b: list[str] = None
    __c: 1 + 2
    def f(self, p: A, *q: undefined, k: int | None = None, **r: "text") -> dict[str, A]: ...
def g(a: lambda z: z, b: (yield_) = 1) -> None:
    local: nothing.at_all
    return locals()
@dataclasses.dataclass
class Point:
    x: int
    y: float = 0.0
    tags: list[str] = dataclasses.field(default_factory=list)
    kind: typing.ClassVar[str] = "point"
class Pair(typing.NamedTuple):
    left: int
    right: Pair | None = None
print(__annotations__)
print(A.__annotations__, A.f.__annotations__)
print(g.__annotations__, g(1))
print(Point(1), Point(1, 2.5, ["t"]), [(f.name, f.type) for f in dataclasses.fields(Point)], Point.__annotations__)
print(Pair(1), Pair(1, Pair(2)), Pair._fields, typing.get_type_hints(Pair))
print(typing.get_type_hints(Point), typing.get_type_hints(A.f.__class__) if 0 else "")
def outer():
    local = int
    def inner(v: local) -> "local": ...
    class C:
        v: local
    return inner.__annotations__, C.__annotations__
print(outer())
