# area: modules
# prio: P0
# checks: modules have names, dicts, and raise on missing attributes
import math
import math as m2
from math import sqrt as root, pi
import collections.abc

print(math is m2, root(16), math.__name__, "pi" in vars(math), pi == math.pi, type(math).__name__, hasattr(math, "nope"))
try:
    math.nope
except AttributeError as e:
    print(e)
math.extra = 5
import math
print(math.extra)
for stmt in ("import not_there", "from math import not_there", "import not.there"):
    try:
        exec(stmt)
    except (ImportError, SyntaxError) as e:
        print(type(e).__name__)


def local_import():
    import heapq
    from itertools import count as c
    return heapq.nsmallest(1, [2, 1]), next(c(3))


print(local_import(), isinstance([], collections.abc.Sequence), isinstance({}, collections.abc.Mapping), isinstance(5, collections.abc.Hashable))
