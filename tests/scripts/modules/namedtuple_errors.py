# area: modules
# prio: P1
# checks: namedtuple: field names, defaults, rename, methods and complaints
from collections import namedtuple
P = namedtuple("P", "x y", defaults=[5])
for source in r'''P()
P(1, 2, 3)
P(1, z=2)
P(1, x=2)
P._make([1, 2, 3])
P(1)._replace(z=1)
setattr(P(1), "x", 2)
P(1).z
namedtuple("Q", "a a")
namedtuple("Q", "a class")
namedtuple("Q", "_a")
namedtuple("Q", "1a")
namedtuple("1Q", "a")
namedtuple("class", "a")
namedtuple("Q", "a b", defaults=[1, 2, 3])
namedtuple("Q", 5)
namedtuple("Q", "a a _b class 1", rename=True)._fields
namedtuple("Q", ["a", "b"])(1, 2), namedtuple("Q", "a,b c")(1, 2, 3), namedtuple("Q", "")(), namedtuple("Q", "a", module="m").__module__
namedtuple("Q", "a", verbose=True)
P(1) < P(2), sorted([P(2), P(1)]), (lambda a, b: a + b)(*P(1)), {**P(1)._asdict()}, "%s-%s" % P(1), repr(type("S", (P,), {})(1))
'''.splitlines():
    try:
        print(source, "->", repr(eval(source)))
    except Exception as error:
        print(source, "->", type(error).__name__, error)
