# area: modules
# prio: P0
# checks: namedtuple: fields by name, defaults, replace, as tuple
from collections import namedtuple

P = namedtuple("P", "x y")
Q = namedtuple("Q", ["a", "b", "c"], defaults=[2, 3])
p = P(1, y=2)
print(p, p.x, p[1], p == (1, 2), p._replace(x=9), p._asdict(), P._fields, P._make([5, 6]), [*p], len(p), hash(p) == hash((1, 2)))
a, b = p
print(a, b, Q(1), Q(1, 5), isinstance(p, tuple), sorted([P(2, 1), P(1, 5)]), p + (3,), p.index(2))
for f in (lambda: P(1), lambda: setattr(p, "x", 1), lambda: namedtuple("R", "a a"), lambda: p._replace(z=1)):
    try:
        f()
    except (TypeError, AttributeError, ValueError) as e:
        print(type(e).__name__)
