# area: types
# prio: P1
# checks: Counter counts natively and by overridden methods; what is missing in a dict's subclass; operators of counters
from collections import Counter, defaultdict


class Loud(Counter):
    def __setitem__(self, key, value):
        print("set", key, value)
        super().__setitem__(key, value)


class Getting(Counter):
    def get(self, key, default=None):
        return super().get(key, default) + 100


Loud("aba")
print(sorted(Getting("aba").items()), Counter(a=1, b=2) + Counter(b=3, c=-1), Counter("aab") - Counter("abb"))
c = Counter("mississippi")
c.update("ms")
c.update({"m": 10, "z": 0})
c.update(s=1)
print(sorted(c.items()), c.most_common(2), c["none"], "none" in c, c.total(), Counter({"x": 1.5}) + Counter(["x"]))
print(Counter("ab") & Counter("bc"), Counter("ab") | Counter("bbc"), +Counter(a=-1, b=1), -Counter(a=-1, b=1), Counter([1, 1.0, True]))
d = Counter(a=2)
d.subtract("aab")
d["q"] += 5
print(d, Counter(), Counter(None), Counter([]), Counter(x="text"))
try:
    Counter([[]])
except TypeError as e:
    print(e)
try:
    Counter(a="x").update("a")
except TypeError as e:
    print(e)


class Missing(dict):
    def __missing__(self, key):
        return key * 2


class Getter(dict):
    def __getitem__(self, key):
        return "own"


print(Missing()["ab"], Missing(ab=1)["ab"], Getter(a=1)["a"], Getter()["zz"])
g, n, made = defaultdict(list), defaultdict(int), defaultdict(lambda: [0])
for i, word in enumerate("the cat the dog".split()):
    g[word].append(i)
    n[word] += 1
    made[word][0] -= 1
print(dict(g), dict(n), dict(made), g.get("no"), "no" in g, len(g))
for factory in (dict, set, float, tuple, str, Counter):
    print(repr(defaultdict(factory)[1]))
plain = defaultdict(None, a=1)
plain.default_factory = int
print(plain["x"], plain)
plain.default_factory = None
try:
    plain["y"]
except KeyError as e:
    print("KeyError", e)
