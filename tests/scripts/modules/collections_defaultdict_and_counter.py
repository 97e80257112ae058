# area: modules
# prio: P0
# checks: defaultdict makes missing values, Counter counts and does arithmetic
from collections import Counter, defaultdict

d = defaultdict(list)
for k, v in [("a", 1), ("b", 2), ("a", 3)]:
    d[k].append(v)
print(dict(d), d["new"], len(d), d.get("zz"), "zz" in d, d.default_factory is list)
n = defaultdict(int)
n["x"] += 5
print(n)
try:
    defaultdict()["k"]
except KeyError as e:
    print("KeyError", e)
c = Counter("abracadabra")
print(c.most_common(2), c["a"], c["zz"], sum(c.values()), sorted(c.elements())[:6], c.total())
c.update("aaa")
c.subtract({"b": 5})
print(sorted(c.items()), sorted((c + Counter(a=1)).items()), Counter(a=3) - Counter(a=1, b=2), Counter(a=1) & Counter(a=5), Counter(a=1) | Counter(b=2), Counter([1, 1, 2]))
