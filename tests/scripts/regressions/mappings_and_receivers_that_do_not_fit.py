# area: regressions
# prio: P2
# checks: what random programs found about mappings, receivers, lengths and classes of two sorts
import collections
import functools
import itertools
import operator
import types


def told(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)


class Lacks:
    def keys(self):
        raise AttributeError("within")


class Five:
    def keys(self):
        return 5


class Short:
    def __len__(self):
        return -(2**70)

    def __getitem__(self, at):
        return "abc"[at]


def show(**names):
    return names


for mapping in (types.MappingProxyType("x"), Lacks(), Five()):
    told(lambda: {**mapping})
    told(lambda: show(a=1, **mapping))
for kept in (2**40, -(2**70)):
    told(lambda: "a\nb".splitlines(keepends=kept))
    told(lambda: b"a\nb".splitlines(kept))
    told(lambda: compile("1", "f", "eval", 0, False, kept))
caller = operator.methodcaller("upper", **{b"x": 1})
told(lambda: caller("a"))
for gathered in ("".join, b"".join, dict, len, sorted, bytearray().extend):
    told(lambda: gathered(Short()))
told(lambda: dict([Short()]))
kinds = type(len), type((1).__add__), collections.defaultdict, types.MappingProxyType, itertools.chain, functools.partial, bool
for kind in kinds:
    for name in ("__lt__", "__repr__", "__iter__", "__and__"):
        if name in vars(kind):
            told(lambda: getattr(kind, name)(5, 6) if name in ("__lt__", "__and__") else getattr(kind, name)([]))
told(lambda: collections.defaultdict.__init__())
for kind in (types.SimpleNamespace, itertools.chain, collections.deque):
    told(lambda: kind.__new__(True))
    told(lambda: kind.__new__(int))
told(lambda: object.__new__(collections.deque))
for thing, name in ((len, "__objclass__"), (int.__add__, "__self__"), ((1).__add__, "__module__")):
    told(lambda: (hasattr(thing, name), setattr(thing, name, 1)))
told(lambda: repr(__import__("abc")))
for r in (range(96, -(2**63), -2), range(9, 5, 2**63 - 1)):
    print(type(reversed(r)).__name__, type(iter(r[1:])).__name__)
