# area: regressions
# prio: P1
# checks: what stands in slots is not in the __dict__ that a subclass gives
import collections
import copy


class Point:
    __slots__ = ("x", "y")


class Named(Point):
    pass


class Queue(collections.deque):
    __slots__ = ("v",)


class More(Queue):
    pass


class Many:
    __slots__ = tuple(f"s{n}" for n in range(40))


class ManyMore(Many):
    pass


for make, slot in [(Named, "x"), (More, "v"), (ManyMore, "s39")]:
    o = make()
    setattr(o, slot, 1)
    o.a = 2
    print(vars(o), o.__dict__ is vars(o), getattr(o, slot))
    vars(o)[slot] = "other"
    print(vars(o), getattr(o, slot), slot in dir(o))
    o.__dict__ = {"b": 3}
    print(vars(o), getattr(o, slot), hasattr(o, "a"))
    setattr(o, slot, 4)
    print(vars(o), getattr(o, slot))
    delattr(o, slot)
    print(vars(o), hasattr(o, slot))
    setattr(o, slot, [5])
    twin = copy.copy(o)
    print(vars(twin), getattr(twin, slot, None))


class Other(Point):
    pass


o = Named()
o.x, o.y, o.z = 1, 2, 3
vars(o)["w"] = 4
o.__class__ = Other
print(o.x, o.y, o.z, o.w, sorted(vars(o)))


class Three:
    __slots__ = ("a", "b", "c")

    def __init__(self):
        self.a, self.b, self.c = 1, 2, 3


for three in Three(), Three(), Three():
    print(three.a, three.b, three.c)
