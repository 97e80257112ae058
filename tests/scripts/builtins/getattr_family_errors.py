# area: builtins
# prio: P1
# checks: getattr, setattr, delattr, hasattr, vars, dir, isinstance: wrong calls
class C:
    x = 1
    def __getattr__(self, name):
        if name == "bad": raise ValueError("bad attribute")
        raise AttributeError(f"C lacks {name}")
class OddDir:
    def __dir__(self): return ["b", "a"]
class BadDir:
    def __dir__(self): return 5
class MixedDir:
    def __dir__(self): return [1, "a"]
for source in r'''getattr(C(), "x"), getattr(C(), "y", 5), hasattr(C(), "x"), hasattr(C(), "y"), getattr(C, "y", None), getattr([], "append")(1), dir(OddDir())
getattr(C(), "y")
getattr(C(), "bad")
getattr(C(), "bad", 5)
hasattr(C(), "bad")
getattr(C())
getattr(C(), 5)
getattr(C(), "a", 1, 2)
getattr()
getattr(C(), name="x")
hasattr(C())
hasattr(5, None)
setattr(C(), "x")
setattr(C(), 5, 1)
setattr(5, "x", 1)
setattr(5, "real", 1)
delattr(C(), "zz")
delattr(C, "zz")
delattr(5, "real")
delattr(C(), 5)
dir(BadDir())
dir(MixedDir())
vars(5)
vars(C(), 1)
vars([]), 1
sorted(k for k in vars(C) if k[:2] != "__"), vars(C())
isinstance(1)
isinstance(1, 2)
isinstance(1, (int, 2)), isinstance("a", (int, (str, 5)))
isinstance(1, ())
issubclass(int)
issubclass(int, ())
issubclass(int, (str, 5))
(5).foo
[].foo
None.foo
int.foo
len.foo
(lambda: 0).foo
C.foo
print.__self__.foo
type.foo
().append
super.foo
'''.splitlines():
    try:
        print(source, "->", repr(eval(source)))
    except Exception as error:
        print(source, "->", type(error).__name__, error)
