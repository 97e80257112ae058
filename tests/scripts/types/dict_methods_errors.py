# area: types
# prio: P1
# checks: every dict method with arguments it refuses, and its answers
d = {"a": 1, "b": 2}
for source in r'''d.get("a"), d.get("z"), d.get("z", 5), d.pop("zz", None), d.setdefault("a", 9), "a" in d, len(d), list(d), d | {"c": 3}, {"c": 3} | d
d["z"]
d[[]]
d.get()
d.get([])
d.get(1, 2, 3)
d.pop()
d.pop("z")
d.pop([])
d.pop(1, 2, 3)
{}.popitem()
d.popitem(1)
d.setdefault()
d.setdefault([], 1)
d.update(5)
d.update([5])
d.update([(1, 2, 3)])
d.update(1, 2)
d.update(a=5), d
d.clear(1)
d.copy(1)
d.keys(1)
d | 5
d | [("x", 1)]
5 | d
d.get(key="a")
d.fromkeys([1], 2, 3)
d < d
d + d
d()
d.a
[] in d
{}.__missing__(1)
d.__getitem__("q")
d.__contains__("a"), d.__len__(), d.__eq__({}), d.__eq__(5), d.__or__(5), d.__lt__({})
'''.splitlines():
    try:
        print(source, "->", repr(eval(source)))
    except Exception as error:
        print(source, "->", type(error).__name__, error)
