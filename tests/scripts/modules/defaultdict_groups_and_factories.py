# area: modules
# prio: P1
# checks: missing keys are made on reading items only

from collections import defaultdict

groups = defaultdict(list)
for word in "the quick brown fox jumps over a lazy dog".split():
    groups[len(word)].append(word)
print(dict(groups), groups.get(99), 99 in groups, groups)
tree = lambda: defaultdict(tree)
t = tree()
t["a"]["b"]["c"] = 1
print(t["a"]["b"]["c"], list(t), list(t["x"]), list(t))
n = defaultdict(int, a=5)
n["b"] += 1; n["a"] -= 2
print(n, n.default_factory, n.pop("zz", None), n.setdefault("q"), n | {"r": 1}, type(n | {}).__name__, n.copy())
none = defaultdict()
try:
    none["k"]
except KeyError as error:
    print(error)


class Keyed(defaultdict):
    def __missing__(self, key):
        self[key] = value = key * 2
        return value


k = Keyed()
print(k["ab"], k[4], dict(k))
for bad in [lambda: defaultdict(5), lambda: defaultdict(int)[[]], lambda: defaultdict(lambda: 1 / 0)["x"]]:
    try:
        bad()
    except (TypeError, ZeroDivisionError) as error:
        print(type(error).__name__, error)
