# area: types
# prio: P1
# checks: (still different) methods and functions: attributes, equality, text, what may be set
class C:
    def m(self, a=1, *b, c: int = 2) -> str:
        "doc of m"
    @classmethod
    def k(cls): return cls
    @staticmethod
    def s(): return "s"
c, d = C(), C()
f = C.m
for source in r'''repr(f)[:14], repr(c.m)[:20], repr(len), repr([].append)[:42], repr(str.join), repr(int.__add__), repr((5).__add__)[:42], repr(dict.fromkeys), repr(C.k)[:18], repr(int.__dict__["real"]), repr(int.from_bytes)
setattr(f, "__dict__", 5)
setattr(f, "__closure__", 5)
setattr(f, "__globals__", 5)
len.__name__, len.__self__, len.__module__, len.__qualname__, [].append.__name__, [].append.__self__, [].append.__qualname__, str.join.__name__, str.join.__objclass__, str.join.__qualname__
hash(c.m) == hash(c.m), {c.m: 1}[c.m], [].append == [].append, (lambda: 0).__name__, (lambda: 0).__qualname__, type(f), type(c.m), type(len), type([].append), type(str.join), type(int.__add__), type((1).__add__), type(dict.__dict__["fromkeys"])
f.__get__(None)
staticmethod(5).__get__(None)
'''.splitlines():
    try:
        print(source, "->", repr(eval(source)))
    except Exception as error:
        print(source, "->", type(error).__name__, error)
