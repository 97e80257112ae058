# area: types
# prio: P0
# checks: get, setdefault, pop, popitem, update, fromkeys, copy, clear
d = {"a": 1, "b": 2, "c": 3}
print(d.get("a"), d.get("z"), d.get("z", 0), d.setdefault("a", 9), d.setdefault("n"), d.setdefault("m", []), d)
print(d.pop("a"), d.pop("zz", "default"), d.popitem(), d.popitem(), d)
d.update({"b": 20}, x=1)
d.update([("y", 2)])
d.update()
print(d, dict.fromkeys("ab"), dict.fromkeys([1, 2], 0), d.copy() == d, d.copy() is d)
print(d | {"q": 1}, {"x": 5} | d)
d |= {"r": 1}
d |= [("s", 2)]
print(d)
for f in (lambda: d.pop("zz"), lambda: {}.popitem(), lambda: d | 5, lambda: d.update(5), lambda: d < {}):
    try:
        f()
    except (KeyError, TypeError) as e:
        print(type(e).__name__, e)
d.clear()
print(d)
