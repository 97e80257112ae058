# area: types
# prio: P1
# checks: setdefault, pop, popitem, update forms, union and what views do

d = dict(a=1, b=2)
print(d.setdefault("a", 9), d.setdefault("c"), d.setdefault("d", []), d, d.pop("c"), d.pop("zz", "default"), d.popitem())
d.update({"e": 5}, f=6); d.update([("g", 7), "hi"]); d.update(a=0)
print(d, d | {"a": "new"}, {"z": 1} | d, d.get("nope"), d.get("nope", 1), len(d))
d |= [("k", "v")]
keys, values, items = d.keys(), d.values(), d.items()
d["late"] = 1
print("late" in keys, list(values)[-1], ("late", 1) in items, list(reversed(d))[:2], list(reversed(items))[0], len(keys))
print(sorted(keys & {"a", "zz"}), sorted(keys - {"a", "b", "late"}), keys >= {"a"}, keys.isdisjoint(["q"]), sorted({"x"} | keys)[-1])
print(dict.fromkeys("aab", 0), dict.fromkeys(range(2)), dict(zip("xy", [1, 2])), dict([("p", 1)], q=2), {1: "int", 1.0: "float", True: "bool"})
del d["a"]; d["a"] = "moved to the end"
print(list(d)[-1], d == dict(reversed(list(d.items()))), d.copy() is d, keys.mapping["b"], type(keys.mapping).__name__)
print({"a": {"b": [1]}}, repr({1: None}.items()), repr({}.keys()), {(): 1, frozenset(): 2}[()])
d.clear()
print(d, list(keys), bool(d), d or "empty")
for bad in [lambda: d["x"], lambda: d.pop("x"), lambda: d.popitem(), lambda: {[]: 1}, lambda: dict([1]), lambda: dict(["abc"]), lambda: d | [1], lambda: d.update(5), lambda: dict(a=1, **{"a": 2}), lambda: d < d]:
    try:
        bad()
    except (KeyError, TypeError, ValueError) as error:
        print(type(error).__name__, error)
