# area: modules
# prio: P1
# checks: Counter adds, subtracts, meets, joins, compares and keeps order

from collections import Counter

c = Counter("abracadabra")
print(c, c["z"], c.most_common(2), c.most_common()[-1], sorted(c.elements()), c.total(), len(c))
d = Counter(a=1, b=5, x=2)
print(c + d, c - d, c & d, c | d, +Counter(a=-1, b=1), -Counter(a=-1, b=1))
c.update("aab"); c.subtract({"a": 10}); c.update(z=3)
print(c, c["a"], dict(c.most_common(1)), list(c), c.pop("z"), "q" in c)
c["a"] += 20
del c["b"], c["missing"]
print(c, Counter([1, 1, 2]) == Counter({1: 2, 2: 1}), Counter(a=0) == Counter(), Counter(a=1) <= Counter(a=2, b=1), Counter("ab") < Counter("aabb"))
print(Counter(), Counter(None or []), Counter({"x": -2, "y": 0}).most_common(), Counter("hello world").most_common(3), repr(Counter({1: 1, "a": 2})))
e = Counter("aab")
e += Counter("b"); e -= Counter("a"); e |= Counter("cc"); e &= Counter("abccc")
print(e, e.copy() is e, type(e.copy()).__name__, Counter(e) == e, sum(e.values()), max(e, key=e.get))
words = "the cat the dog a cat the end".split()
for word, n in Counter(words).most_common():
    print(word, n, "#" * n)
for bad in [lambda: Counter(5), lambda: Counter("a", "b"), lambda: Counter.fromkeys("ab"), lambda: Counter("a") + {"a": 1}, lambda: Counter("a") < 5]:
    try:
        print(bad())
    except (TypeError, NotImplementedError) as error:
        print(type(error).__name__, error)
