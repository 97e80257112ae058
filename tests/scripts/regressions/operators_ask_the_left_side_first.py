# area: regressions
# prio: P2
# checks: words of * + % over sequences and their subclasses, sets asked for what cannot be hashed, slots of exceptions
import array
import collections
import operator


class X(collections.deque):
    pass


class S(str):
    pass


class BA(bytearray):
    pass


class E(Exception):
    __slots__ = ("v",)


class O:
    def __str__(self):
        print("str", end=" ")
        return "O"


def t(f, *args):
    try:
        print(f(*args))
    except Exception as e:
        print(type(e).__name__, e)


def shown(x):
    print("shown", x, end=" ")
    return x


for a in X([1]), collections.deque([1]), S("a"), [1], BA(b"a"), {1}, memoryview(b"a"):
    for b in X([1]), "a", 1j, BA(b"a"), (1,):
        for op in operator.mul, operator.imul, operator.add, operator.iadd:
            t(op, a, b) if not (op is operator.iadd and type(a) in (X, collections.deque)) else None
for a in "a", b"a":
    for b in X([1]), array.array("i", [1]), memoryview(b"a"), [1], {1: 2}:
        t(operator.mod, a, b)
t(lambda: "%s %s" % (O(), shown("é")))
t(lambda: "%5s|%-5s|%.1s|%5.2s|%%%a" % ("a", "b", "abc", "xyz", "é"))
t(lambda: "%s %s" % (1,))
for s in {2}, {frozenset([2])}, set():
    for name in "issuperset", "issubset", "isdisjoint", "difference":
        t(getattr(s, name), [{2}])
t(lambda: {1: 2}.keys() - [{2}])
od = collections.OrderedDict(a=1, b=2)
print(od.pop(key="a"), od.setdefault(key="c", default=3), od)
t(od.setdefault)
t(od.popitem, 1, 2)
e = E(1)
e.v, e.w = 2, 3
print(e.v, vars(e), True.as_integer_ratio.__qualname__, S("x").upper.__qualname__)
