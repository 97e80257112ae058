# area: language
# prio: P1
# checks: (still different) special methods that raise or lie, against each built-in that calls them
class Raises:
    def __getattr__(self, name): raise OSError("getattr " + name)
for name in "len iter next repr str bool hash index int float complex contains getitem call add eq lt format round abs neg enter reversed bytes".split():
    setattr(Raises, f"__{name}__", lambda self, *a, name=name: (_ for _ in ()).throw(KeyError(name)))
class Lies:
    pass
for name, value in {"len": -1, "iter": 5, "repr": 5, "str": None, "bool": 2, "hash": "h", "index": 1.5, "int": "i", "float": "f", "complex": 1, "format": 7, "bytes": "b", "length_hint": -5, "getitem": 0, "contains": [], "call": 1, "reversed": 3, "dir": 5, "round": "r", "divmod": 0, "trunc": 1}.items():
    setattr(Lies, f"__{name}__", lambda self, *a, value=value: value)
calls = {"bytearray": bytearray, "type": lambda x: type("C", (x,), {}), "isinstance": lambda x: isinstance(1, x), "issubclass": lambda x: issubclass(int, x), "join": lambda x: "".join(x), "int.from_bytes": int.from_bytes}
for name, call in calls.items():
    line = []
    for cls in Raises, Lies:
        try:
            result = call(cls())
            line.append(type(result).__name__)
        except Exception as e:
            line.append(f"{type(e).__name__} {e}")
    print(name, *line, sep=" | ")
