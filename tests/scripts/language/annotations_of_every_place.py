# area: language
# prio: P1
# checks: annotations of names, attributes, parameters; what they do and do not
a: int = 5
b: "text"
c: list[int] | None = None
(d): str = "no name recorded"
class C:
    x: int = 1
    y: "later"
    __z: float
    def f(self, p: int, *q: str, k: bool = True, **r: dict) -> None: pass
class O: pass
o = O()
o.attr: int = 3
l = [0]
l[0]: str = "s"
print(__annotations__, C.__annotations__, C.f.__annotations__, o.attr, l, hasattr(o, "__annotations__"))
def f(x: int, y: "y" = 2, /, *, z: 1 + 1) -> "r":
    local: int
    other: str = "v"
    try:
        local
    except UnboundLocalError as e:
        return str(e)
print(f(1, z=2), f.__annotations__, (lambda: 0).__annotations__)
class D(C):
    w: int
print(D.__annotations__, "__annotations__" in vars(O), C.__annotations__ is C.__annotations__)
f.__annotations__["new"] = 5; print(f.__annotations__["new"])
f.__annotations__ = {}; print(f.__annotations__)
try:
    f.__annotations__ = 5
except TypeError as e:
    print(e)
def gen(x: list[int], *args: "tuple", **kw: dict[str, int]) -> list: ...
print(gen.__annotations__)
for source in ("x: int: str", "x: int = y = 1", "(x, y): int", "x: int, y: int", "def f(x: *int): pass", "def f(*x: *int): pass", "lambda x: int: 0", "x: yield", "1: int", "'a': int", "x.y: int = 3", "def f(): x: int; return x", "for x: int in y: pass"):
    try:
        compile(source, "s", "exec"); print(repr(source), "compiles")
    except SyntaxError as e:
        print(repr(source), "->", e.msg)
