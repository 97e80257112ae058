# area: types
# prio: P1
# checks: __missing__, overridden methods, and what ignores them
class D(dict):
    def __missing__(self, key): return f"no {key}"
class Up(dict):
    def __setitem__(self, k, v): super().__setitem__(k.upper(), v)
    def __getitem__(self, k): return super().__getitem__(k.upper())
    def __contains__(self, k): return super().__contains__(k.upper())
d = D(a=1)
print(d["x"], d.get("x"), d.pop("x", 0), "x" in d, d.setdefault("y", 5), d)
u = Up(a=1)
u["b"] = 2
u.update(c=3)
print(u, u["b"], "b" in u, u.get("b"), dict(u), {**u})
print(type(d | {}).__name__, type({} | d).__name__, type(d.copy()).__name__, type(D.fromkeys("a")).__name__, D(a=1) == {"a": 1})
class Raises(dict):
    def __missing__(self, key): raise LookupError(f"missing {key}")
for source in r'''Raises()["k"]
Raises().get("k")
"%(k)s" % D()
"{k}".format_map(D()), "{0[k]}".format(D())
"{k}".format(**D())
eval("k + 'x'", {}, D())
D().__missing__("q")
'''.splitlines():
    try:
        print(source, "->", repr(eval(source)))
    except Exception as error:
        print(source, "->", type(error).__name__, error)
d = {"x": 1, "y": 2}; d["x"] = 3; del d["x"]; d["x"] = 4
print(d, list(d.items())[-1], d.popitem(), next(iter(d)))
print({1: "a", 1.0: "b", True: "c"}, {"a": 1} == {"a": 1.0}, {1: 2, 3: 4} == {3: 4, 1: 2})
