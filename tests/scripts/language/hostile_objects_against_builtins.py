# area: language
# prio: P1
# checks: special methods that raise or lie, against each built-in that calls them
class Raises:
    def __getattr__(self, name): raise OSError("getattr " + name)
for name in "len iter next repr str bool hash index int float complex contains getitem call add eq lt format round abs neg enter reversed bytes".split():
    setattr(Raises, f"__{name}__", lambda self, *a, name=name: (_ for _ in ()).throw(KeyError(name)))
class Lies:
    pass
for name, value in {"len": -1, "iter": 5, "repr": 5, "str": None, "bool": 2, "hash": "h", "index": 1.5, "int": "i", "float": "f", "complex": 1, "format": 7, "bytes": "b", "length_hint": -5, "getitem": 0, "contains": [], "call": 1, "reversed": 3, "dir": 5, "round": "r", "divmod": 0, "trunc": 1}.items():
    setattr(Lies, f"__{name}__", lambda self, *a, value=value: value)
calls = {"len": len, "iter": iter, "next": next, "repr": repr, "str": str, "bool": bool, "hash": hash, "int": int, "float": float, "complex": complex, "abs": abs, "round": round, "reversed": reversed, "bytes": bytes, "list": list, "tuple": tuple, "set": set, "dict": dict, "sum": sum, "min": min, "max": max, "sorted": sorted, "any": any, "all": all, "enumerate": enumerate, "zip": zip, "chr": chr, "ord": ord, "hex": hex, "range": range, "format": format, "print": print, "dir": dir, "vars": vars, "map": lambda x: list(map(x, [1])), "filter": lambda x: list(filter(x, [1])), "in": lambda x: 1 in x, "rin": lambda x: x in [1], "key": lambda x: {x: 1}, "item": lambda x: [1, 2][x], "getitem": lambda x: x[0], "slice": lambda x: "abc"[x:], "mul": lambda x: "a" * x, "add": lambda x: x + 1, "radd": lambda x: 1 + x, "eq": lambda x: x == 1, "lt": lambda x: x < 1, "call": lambda x: x(1), "unpack": lambda x: [*x], "kwargs": lambda x: dict(**x), "percent": lambda x: "%d" % x, "percent s": lambda x: "%s" % x, "fstring": lambda x: f"{x}", "with": lambda x: exec("with x: pass", {"x": x}), "match": lambda x: exec("match x:\n case [a]: pass\n case {'k': v}: pass\n case int(): pass", {"x": x}), "raise": lambda x: exec("raise x", {"x": x}), "hasattr": lambda x: hasattr(x, "zz"), "divmod": lambda x: divmod(x, 1), "pow": lambda x: pow(x, 2, 3), "frozenset": frozenset, "fromkeys": dict.fromkeys, "extend": [].extend, "setslice": lambda x: exec("l = [1]; l[:] = x", {"x": x}), "update": {}.update, "startswith": "a".startswith, "isalpha": lambda x: "a".replace("a", x), "compile": lambda x: compile(x, "f", "exec"), "eval": eval, "getattr": lambda x: getattr(5, x), "super": super, "aiter": aiter, "neg": lambda x: -x, "not": lambda x: not x, "assert": lambda x: exec("assert x", {"x": x}), "for": lambda x: exec("for i in x: pass", {"x": x})}
for name, call in calls.items():
    line = []
    for cls in Raises, Lies:
        try:
            result = call(cls())
            line.append(type(result).__name__)
        except Exception as e:
            line.append(f"{type(e).__name__} {e}")
    print(name, *line, sep=" | ")
