# area: programs
# prio: P1
# checks: dataclasses with post_init and ordering, protocols, enums with methods, generics, overloads
from __future__ import annotations

import abc
import dataclasses
import enum
import functools
from collections.abc import Callable, Iterable, Iterator, Mapping, MutableMapping
from dataclasses import KW_ONLY, InitVar, dataclass, field
from typing import Any, ClassVar, Final, Generic, Literal, Optional, TypeVar, cast, overload

T = TypeVar("T")
MAX: Final = 100


class Unit(enum.Enum):
    PIECE = ("pc", 1)
    DOZEN = ("dz", 12)
    GROSS = ("gr", 144)

    def __init__(self, label: str, factor: int) -> None:
        self.label = label
        self.factor = factor

    @classmethod
    def of(cls, label: str) -> Unit:
        for unit in cls:
            if unit.label == label:
                return unit
        raise ValueError(f"{label!r} is no unit")

    def __str__(self) -> str:
        return self.label

    @property
    def bigger(self) -> Optional[Unit]:
        order = list(Unit)
        at = order.index(self) + 1
        return order[at] if at < len(order) else None


class Flags(enum.Flag):
    NONE = 0
    FRAGILE = enum.auto()
    COLD = enum.auto()
    HEAVY = enum.auto()
    AWKWARD = FRAGILE | HEAVY


@functools.total_ordering
@dataclass(frozen=True, eq=True)
class Money:
    cents: int

    @classmethod
    def parse(cls, text: str) -> Money:
        whole, _, rest = text.partition(".")
        return cls(int(whole) * 100 + int(rest.ljust(2, "0")[:2] or 0))

    def __add__(self, other: Money) -> Money:
        return Money(self.cents + other.cents) if isinstance(other, Money) else NotImplemented

    __radd__ = lambda self, other: self if other == 0 else NotImplemented

    def __mul__(self, n: int) -> Money:
        return dataclasses.replace(self, cents=self.cents * n)

    def __lt__(self, other: Money) -> bool:
        return self.cents < other.cents

    def __str__(self) -> str:
        return f"{self.cents // 100:,}.{self.cents % 100:02}"


@dataclass(order=True)
class Item:
    sort_key: tuple = field(init=False, repr=False)
    name: str
    price: Money
    _: KW_ONLY
    quantity: int = 0
    unit: Unit = Unit.PIECE
    flags: Flags = Flags.NONE
    tags: list[str] = field(default_factory=list, compare=False)
    discount: InitVar[int | None] = None
    count: ClassVar[int] = 0

    def __post_init__(self, discount: int | None) -> None:
        if self.quantity < 0:
            raise ValueError("quantity must not be negative")
        if discount:
            self.price = Money(self.price.cents * (100 - discount) // 100)
        self.sort_key = (self.price, self.name)
        type(self).count += 1

    @property
    def total(self) -> Money:
        return self.price * self.quantity * self.unit.factor


class Store(MutableMapping[str, T], Generic[T]):
    def __init__(self, key: Callable[[T], str], items: Iterable[T] = ()) -> None:
        self._items: dict[str, T] = {}
        self._key = key
        for item in items:
            self.add(item)

    def add(self, item: T) -> None:
        self[self._key(item)] = item

    def __getitem__(self, name: str) -> T:
        try:
            return self._items[name.lower()]
        except KeyError:
            raise KeyError(f"nothing called {name}") from None

    def __setitem__(self, name: str, item: T) -> None:
        self._items[name.lower()] = item

    def __delitem__(self, name: str) -> None:
        del self._items[name.lower()]

    def __iter__(self) -> Iterator[str]:
        return iter(sorted(self._items))

    def __len__(self) -> int:
        return len(self._items)


class Report(abc.ABC):
    registry: dict[str, type[Report]] = {}

    def __init_subclass__(cls, /, name: str = "", **kwargs: Any) -> None:
        super().__init_subclass__(**kwargs)
        cls.registry[name or cls.__name__.lower()] = cls

    @abc.abstractmethod
    def lines(self, store: Mapping[str, Item]) -> Iterator[str]: ...

    def __call__(self, store: Mapping[str, Item]) -> None:
        print(type(self).__name__.center(30, "-"))
        for line in self.lines(store):
            print(line)


class Totals(Report):
    def lines(self, store):
        for item in sorted(store.values(), reverse=True):
            yield f"{item.name:<10}{item.quantity:>4}{item.unit!s:>4}{item.total!s:>12}"
        yield f"{'sum':<10}{sum(i.total for i in store.values())!s:>20}"


class ByFlag(Report, name="flags"):
    def lines(self, store):
        for flag in Flags:
            names = [i.name for i in store.values() if flag in i.flags]
            yield f"{flag.name}: {', '.join(names) or '-'}"


@overload
def lookup(store: Store[Item], name: str) -> Item: ...
@overload
def lookup(store: Store[Item], name: str, default: T) -> Item | T: ...
def lookup(store, name, default=None):
    return store.get(name, default)


shop: Store[Item] = Store(lambda item: item.name, [
    Item("Tea", Money.parse("3.5"), quantity=10, tags=["drink"]), Item("Egg", Money(25), quantity=4, unit=Unit.DOZEN, flags=Flags.FRAGILE),
    Item("Anvil", Money.parse("99.99"), quantity=1, flags=Flags.HEAVY, discount=10), Item("Glass", Money(1200), quantity=2, unit=Unit.of("gr"), flags=Flags.AWKWARD | Flags.COLD)])
for name in sorted(Report.registry):
    Report.registry[name]()(shop)
print(shop["TEA"], shop["tea"] is lookup(shop, "Tea"), lookup(shop, "x", 0), Item.count, "Egg" in shop, len(shop), list(shop), Unit.DOZEN.bigger, Unit.GROSS.bigger)
print(Flags.AWKWARD, repr(Flags.COLD | Flags.HEAVY), ~Flags.AWKWARD, bool(Flags.NONE), Flags(6), Flags["COLD"].value, Unit("gr") if 0 else Unit(("gr", 144)), Unit.PIECE.name)
print(dataclasses.asdict(shop["tea"]) | {"sort_key": None}, [f.name for f in dataclasses.fields(Item) if f.kw_only], Item.__match_args__, max(Money(5), Money(7)), Money(5) >= Money(5), hash(Money(3)) == hash(Money(3)))
for action in (lambda: Item("x", Money(1), 5), lambda: Item("x", Money(1), quantity=-1), lambda: Item("x"), lambda: Unit.of("kg"), lambda: Unit("kg"), lambda: shop["nothing"], lambda: Report(), lambda: setattr(Money(1), "cents", 2), lambda: Money(1) + 5, lambda: Money(1) < 5, lambda: shop.pop("q"), lambda: dataclasses.replace(shop["tea"], sort_key=1), lambda: del_unit()):
    try:
        print(action())
    except Exception as e:
        print(type(e).__name__, e)
match shop["glass"]:
    case Item(name, Money(cents), quantity=q, unit=Unit.GROSS) if cents > 1000:
        print("match", name, cents, q)
print(cast(int, "x"), Item.__annotations__["unit"], Store.__parameters__, Store[int], shop.setdefault("new", shop["tea"]).name, shop.popitem()[0] in ("anvil", "egg"), len(shop))
