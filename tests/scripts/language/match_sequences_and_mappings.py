# area: language
# prio: P1
# checks: what counts as a sequence or mapping; stars; extra keys
import collections.abc
class Seq(collections.abc.Sequence if hasattr(collections, "abc") else object):
    def __init__(self, *a): self.a = a
    def __len__(self): return len(self.a)
    def __getitem__(self, i): return self.a[i]
class Duck:
    def __len__(self): return 2
    def __getitem__(self, i): return i
def seq(x):
    match x:
        case []: return "empty"
        case [1]: return "one"
        case [a]: return "single", a
        case [1, *rest]: return "starts 1", rest
        case (a, [b, c]): return "nested", a, b, c
        case [first, *_, last] if first == last: return "same ends", first
        case [*_, 9]: return "ends 9"
        case [a, b]: return "pair", a, b
        case [*all]: return "all", all
        case _: return "no sequence"
for x in ([], (), [1], [5], [1, 2], (1, 2, 3), [7, [8, 9]], [4, 5, 4], [3, 9], [2, 3], [2, 3, 4], "ab", b"ab", bytearray(b"a"), {1: 2}, {1}, range(3), Seq(1, 2), Seq(), Duck(), iter([1]), collections.deque([6, 7]), 5, None, {}.keys()):
    print(type(x).__name__, seq(x))
def mapping(x):
    match x:
        case {"k": 1, "z": z}: return "both", z
        case {"k": [a, b], **rest}: return "list", a, b, rest
        case {"k": None}: return "none"
        case {1: x, 2: y}: return x, y
        case {"only": v, **rest} if not rest: return "only", v
        case {"type": "a" | "b" as t}: return "typed", t
        case {}: return "any mapping"
        case _: return "no mapping"
dd = collections.defaultdict(int)
for x in ({}, {"k": 1}, {"k": 1, "z": 2}, {"k": [1, 2], "q": 3}, {"k": None, "x": 1}, {"only": 1}, {"only": 1, "more": 2}, {"type": "b"}, {"type": "c"}, dd, [], "k", collections.OrderedDict(k=None), collections.ChainMap({"k": None}), 5):
    print(type(x).__name__, mapping(x))
print(dict(dd))
