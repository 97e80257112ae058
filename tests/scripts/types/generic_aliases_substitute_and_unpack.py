# area: types
# prio: P1
# checks: list[T][int], unions, *tuple[...], equality and errors of aliases
import types
from typing import Any, Callable, Generic, Optional, ParamSpec, TypeVar, Union

T = TypeVar('T')
K = TypeVar('K')
P = ParamSpec('P')
print(list[int], dict[str, list[T]][int], list[T].__parameters__, tuple[int, ...], list[int] == list[int])
print([*tuple[int, str]], next(iter(tuple[int])).__unpacked__, list[T] | None, (int | list[T])[str])
print(int | str == str | int, hash(int | str) == hash(str | int), int | None, (int | str).__args__)
print(type(list[int]), type(int | str), isinstance(1, int | str), issubclass(bool, int | str))
print(Union[int, str, int], Optional[int], Union[int], Callable[[int], str], Callable[P, T][[int], str])
print(dict[K, T][int, str], list[dict[K, T]][K, int], list[int]([1]), list[int].append)


class Box(Generic[T]):
    def __init__(self, value):
        self.value = value


print(Box[int], Box[int](3).value, Box[int](3).__orig_class__, Box.__parameters__, Box[K][int])


class Pair(Box[K], Generic[K, T]):
    pass


print(Pair.__mro__, Pair.__orig_bases__, Pair[int, str])
for bad in (lambda: list[int][str], lambda: dict[K, T][int], lambda: Box[int, str], lambda: isinstance([], list[int]),
            lambda: issubclass(list, list[int]), lambda: Generic[int], lambda: Generic[T, T], lambda: Union[()],
            lambda: Any(), lambda: int | 3, lambda: isinstance([], int | list[int])):
    try:
        print(bad())
    except TypeError as error:
        print(error)
