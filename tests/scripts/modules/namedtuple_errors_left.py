# area: modules
# prio: P1
# checks: (still different) namedtuple: field names, defaults, rename, methods and complaints
from collections import namedtuple
P = namedtuple("P", "x y", defaults=[5])
for source in r'''P(1), P(1, 2), P(x=1, y=3), P._make([1, 2]), P(1)._asdict(), P(1)._replace(y=9), P._fields, P._field_defaults, P(1) == (1, 5), P(1)[1], P(1).x, len(P(1)), P.__doc__, P.x.__doc__, P.__match_args__, P(1) + (3,), hash(P(1)) == hash((1, 5))
setattr(P(1), "z", 2)
'''.splitlines():
    try:
        print(source, "->", repr(eval(source)))
    except Exception as error:
        print(source, "->", type(error).__name__, error)
