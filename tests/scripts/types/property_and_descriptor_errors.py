# area: types
# prio: P1
# checks: property without setter or getter, descriptors of every sort, slots as descriptors
class P:
    r = property(lambda self: 1)
    w = property(None, lambda self, v: print("set", v))
    d = property(doc="only doc")
    @property
    def full(self):
        "full doc"
        return self.__dict__.get("f", "unset")
    @full.setter
    def full(self, v): self.__dict__["f"] = v
    @full.deleter
    def full(self): del self.__dict__["f"]
class Data:
    def __set_name__(self, owner, name): self.label = name
    def __get__(self, obj, cls): return (self.label, obj is None, cls.__name__)
    def __set__(self, obj, v): raise AttributeError(f"{self.label} refuses {v}")
class NonData:
    def __get__(self, obj, cls=None): return "non-data"
class SetOnly:
    def __set__(self, obj, v): obj.__dict__["s"] = v * 2
class H:
    a, b, s = Data(), NonData(), SetOnly()
p, h = P(), H()
def attempt(source):
    try:
        print(source, "->", eval(source) if "=" not in source.replace("==", "") and not source.startswith("del") else exec(source))
    except Exception as e:
        print(source, "->", type(e).__name__, e)
for source in ("p.r", "p.r = 5", "del p.r", "p.w", "p.w = 5", "p.d", "p.full", "p.full = 3", "p.full", "del p.full", "del p.full", "P.full.__doc__", "P.d.__doc__", "P.full.fget(p)", "P.r.fset", "type(P.r)", "P.r.__get__(p)", "P.r.__get__(None, P) is P.r", "P.r.__set__(p, 1)", "P.r.__delete__(p)",
               "property(5).__get__(p)", "property(1, 2, 3, 4, 5)", "property(x=1)", "P.full.getter(5).fget", "P.r.nope", "h.a", "H.a", "h.a = 1", "h.b", "h.__dict__.update(b='own')", "h.b", "h.s = 4", "h.s", "del h.s", "del h.a", "P.r.fget = 5", "property().__doc__", "isinstance(P.r, property)"):
    attempt(source)
class S:
    __slots__ = ("x",)
s = S()
for source in ("s.x", "s.x = 1", "s.x", "del s.x", "del s.x", "S.x", "type(S.x)", "S.x.__get__(s)", "S.x.__set__(s, 9)", "s.x", "S.x.__get__(5)", "S.x.__name__", "s.y = 1", "s.__dict__", "S.x.__set__(5, 1)"):
    attempt(source)
