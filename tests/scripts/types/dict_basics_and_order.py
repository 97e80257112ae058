# area: types
# prio: P0
# checks: dicts keep insertion order, through updates, deletions and reinsertions
d = {"b": 1, "a": 2, 3: "c"}
d["z"] = 0
d["b"] = 9
del d["a"]
d["a"] = "again"
print(d, len(d), list(d), "b" in d, 2 in d, d[3], d == {"z": 0, "a": "again", 3: "c", "b": 9})
print(dict(), dict(a=1, b=2), dict([("x", 1), ("y", 2)]), dict({"k": 1}, k=2, m=3), dict(zip("ab", (1, 2))), {1: "int", 1.0: "float", True: "bool"})
print(list(reversed({"p": 1, "q": 2})), {**d, "n": None}, {(1, 2): "t"}[(1, 2)], {None: 1}[None])
for f in (lambda: d["nope"], lambda: d[99], lambda: dict([1]), lambda: dict(["abc"]), lambda: dict(5)):
    try:
        f()
    except (KeyError, TypeError, ValueError) as e:
        print(type(e).__name__, e)
