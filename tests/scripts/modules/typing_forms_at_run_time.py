# area: modules
# prio: P1
# checks: what annotations made with typing show and hold

import typing as t
from typing import Any, Callable, Generic, Literal, NamedTuple, Optional, TypedDict, TypeVar, Union

T = TypeVar("T")
print(Optional[int], Union[int, str, int], Union[int], Callable[[int], str], t.List[int], t.Dict[str, Any], Literal["a", 1], t.Tuple[int, ...], T, Any)
print(t.get_origin(t.List[int]), t.get_args(t.Dict[str, int]), t.get_origin(Optional[int]) is Union, t.get_args(Callable[[int], str]), t.get_origin(list[int]), t.get_origin(int))


class Box(Generic[T]):
    def __init__(self, item: T):
        self.item = item


class Row(NamedTuple):
    name: str
    size: int = 0


class Movie(TypedDict, total=False):
    title: str
    year: int


class Closes(t.Protocol):
    def close(self): ...


Runtime = t.runtime_checkable(Closes)


class Door:
    def close(self):
        pass


print(Box[int](5).item, Box[int], Row("a"), Row("b", 2)._replace(size=9), Row._fields, Movie(title="x"), Movie.__annotations__, isinstance(Door(), Runtime), isinstance(5, Runtime))


def f(a: "int", b: Optional[str] = None) -> list[T]: ...


print(t.get_type_hints(f), t.cast(int, "x"), t.NewType("Id", int)(5), int | None, Optional[int] == (int | None), t.TYPE_CHECKING, t.no_type_check(f) is f)
for bad in [lambda: Union[()], lambda: Optional[int, str], lambda: Box[int, str], lambda: Any(), lambda: isinstance(1, t.List[int]), lambda: Callable[int]]:
    try:
        bad()
    except TypeError as error:
        print(str(error).split(";")[0][:60])
