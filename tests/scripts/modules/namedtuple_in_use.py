# area: modules
# prio: P1
# checks: namedtuples with defaults, replace, make, subclassing and unpacking

from collections import namedtuple

Point = namedtuple("Point", "x y z", defaults=[0])
p = Point(1, y=2)
print(p, p.x, p[1], p._replace(z=9), Point._make("abc"), p._asdict(), Point._fields, Point._field_defaults, p == (1, 2, 0), hash(p) == hash((1, 2, 0)))
x, *rest = p
print(x, rest, p + (5,), p[::-1], isinstance(p, tuple), sorted([Point(2, 1), Point(1, 5)]), max(p), len(p), 2 in p, p.index(2))


class Named(namedtuple("Base", ["first", "last"])):
    __slots__ = ()

    @property
    def full(self):
        return f"{self.first} {self.last}"

    def __str__(self):
        return self.full.title()


n = Named("ann", "lee")
print(n, repr(n), n.full, n._replace(last="ray"), type(n._replace(last="x")).__name__)
match p:
    case Point(a, 2, z=c):
        print(a, c)
print(namedtuple("R", "a class a", rename=True)._fields, Point.__doc__)
for bad in [lambda: Point(1), lambda: Point(1, 2, 3, 4), lambda: setattr(p, "x", 1), lambda: p._replace(q=1), lambda: namedtuple("X", "a a"), lambda: namedtuple("X", "_a"), lambda: namedtuple("X", "def"), lambda: p.nope]:
    try:
        bad()
    except (TypeError, ValueError, AttributeError) as error:
        print(type(error).__name__, error)
