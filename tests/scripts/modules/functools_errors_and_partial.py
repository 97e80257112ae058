# area: modules
# prio: P1
# checks: partial, reduce, lru_cache, singledispatch, total_ordering: wrong calls and corners
import functools
from functools import *
p = partial(int, base=2)
@lru_cache(maxsize=2)
def cached(x, y=0): return (x, y)
@singledispatch
def sd(x): return "default"
@sd.register
def _(x: int): return "int"
@total_ordering
class O:
    def __init__(self, n): self.n = n
    def __eq__(self, o): return self.n == o.n
    def __lt__(self, o): return self.n < o.n
for source in r'''p("101"), p.func, p.args, p.keywords, partial(p, "11")(), partial(partial(max, 1), 2).args, repr(partial(max, 1, key=abs)), partial(max, 1)(5, 3)
partial()
partial(5)
p()
p(5)
reduce(lambda a, b: a + b, [1, 2, 3]), reduce(max, [], 5), reduce(max, [7])
reduce(max, [])
reduce(max)
reduce(5, [1, 2])
reduce(max, 5)
[cached(1), cached(1), cached(1, y=2), cached(1.0), cached.cache_info(), cached.cache_parameters(), cached.__wrapped__(3), cached.cache_clear(), cached.cache_info()]
cached([])
lru_cache("a")
lru_cache(maxsize=-1)(len).cache_info()
sd(1), sd(True), sd("a"), sd.dispatch(bool)(0), sd.registry.keys() >= {int, object}
sd()
sd.register(5)
sd.register("a", len)
O(1) >= O(1), O(2) > O(1), O(1) <= O(0), O(1) != O(1)
O(1) < 5
total_ordering(int) is int, total_ordering(type("X", (), {"__lt__": len})).__name__
total_ordering(object)
cmp_to_key(lambda a, b: b - a)(1) < cmp_to_key(lambda a, b: b - a)(2), sorted([1, 3, 2], key=cmp_to_key(lambda a, b: b - a))
cmp_to_key(5)(1) < cmp_to_key(5)(2)
cached_property(len).attrname
type("C", (), {"x": cached_property(lambda s: 5)})().x
cached_property(len).__get__(object())
wraps(len)(lambda: 0).__name__, wraps(5)(lambda: 0).__name__
'''.splitlines():
    try:
        print(source, "->", repr(eval(source)))
    except Exception as error:
        print(source, "->", type(error).__name__, error)
