# area: modules
# prio: P1
# checks: defaults, factories, frozen, order, InitVar, post-init, replace, asdict

from dataclasses import FrozenInstanceError, InitVar, asdict, astuple, dataclass, field, fields, is_dataclass, replace


@dataclass(order=True)
class Version:
    major: int
    minor: int = 0
    tags: list = field(default_factory=list, compare=False, repr=False)


@dataclass(frozen=True)
class Point:
    x: float
    y: float = 0.0

    def moved(self, dx):
        return replace(self, x=self.x + dx)


@dataclass
class Account:
    owner: str
    start: InitVar[int] = 5
    balance: int = field(init=False)
    notes: dict = field(default_factory=dict, kw_only=True)

    def __post_init__(self, start):
        self.balance = start * 10


@dataclass
class Special(Account):
    rate: float = 0.1


a, b = Version(1, 2, ["x"]), Version(1, 10)
print(a, a < b, a == Version(1, 2), sorted([b, a]), a.tags, b.tags is Version(1).tags, max(a, b))
p = Point(1, 2)
print(p.moved(3), p == Point(1, 2), hash(p) == hash(Point(1, 2)), {p: "in"}[Point(1, 2)], astuple(p), asdict(p))
try:
    p.x = 5
except FrozenInstanceError as error:
    print(type(error).__name__, error)
acc = Account("ann", 7, notes={"k": [1]})
print(acc, asdict(acc), asdict(acc)["notes"] is acc.notes, Special("bob", rate=0.5), is_dataclass(acc), is_dataclass(int))
print([(f.name, f.init, f.kw_only) for f in fields(Special)], Version.__match_args__, Special.__match_args__)
for bad in [lambda: Version(), lambda: Version(1, 2, 3, 4), lambda: Account("a", balance=1), lambda: a < 5, lambda: hash(a), lambda: replace(acc, balance=1), lambda: fields(5)]:
    try:
        bad()
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
try:
    @dataclass
    class Wrong:
        items: list = []
except ValueError as error:
    print(error)
