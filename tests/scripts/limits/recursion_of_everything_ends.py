# area: limits
# prio: P1
# checks: repr, ==, hash, copying, attribute lookups, matching and calls without end raise RecursionError
import copy, functools, json
def deep(n, wrap):
    x = wrap(None)
    for _ in range(n): x = wrap(x)
    return x
class R:
    def __repr__(self): return repr(self)
class Eq:
    def __eq__(self, other): return other == self
class Hash:
    def __hash__(self): return hash(self)
class Attr:
    def __getattr__(self, name): return getattr(self, name + "x")
class Get:
    def __getattribute__(self, name): return self.other
class Call:
    def __call__(self): return self()
class Add:
    def __add__(self, other): return self + other
class Str:
    def __str__(self): return f"{self}"
class Len:
    def __bool__(self): return bool(self)
class It:
    def __iter__(self): return iter(self)
class In:
    def __contains__(self, x): return x in self
class Inst(type):
    def __instancecheck__(cls, x): return isinstance(x, cls)
class I(metaclass=Inst): pass
class Prop:
    @property
    def p(self): return self.p
class New:
    def __new__(cls): return cls()
class Lt:
    def __lt__(self, o): return o < self
class Fmt:
    def __format__(self, spec): return format(self, spec)
class Copy:
    def __deepcopy__(self, memo): return copy.deepcopy(self, memo)
class Item:
    def __getitem__(self, i): return self[i]
class Index:
    def __index__(self): return range(self).start
def gen(): yield from gen()
def matches():
    match Prop():
        case Prop(p=1): return 1
f = lambda: f()
for name, action in {"repr": lambda: repr(R()), "eq": lambda: Eq() == Eq(), "hash": lambda: hash(Hash()), "attr": lambda: Attr().a, "get": lambda: Get().a, "call": lambda: Call()(), "add": lambda: Add() + 1, "str": lambda: str(Str()), "bool": lambda: bool(Len()), "iter": lambda: list(It()), "in": lambda: 1 in In(), "isinstance": lambda: isinstance(1, I), "prop": lambda: Prop().p, "new": lambda: New(), "lt": lambda: sorted([Lt(), Lt()]), "fmt": lambda: f"{Fmt()}", "deepcopy": lambda: copy.deepcopy(Copy()), "item": lambda: Item()[0], "index": lambda: [1][Index()], "gen": lambda: next(gen()), "match": matches, "lambda": f,
                     "deep list repr": lambda: repr(deep(100000, lambda x: [x])), "deep tuple eq": lambda: deep(100000, lambda x: (x,)) == deep(100000, lambda x: (x,)), "deep dict repr": lambda: repr(deep(100000, lambda x: {1: x})), "partial": lambda: deep(100000, lambda x: functools.partial(x or int))() if 0 else f(), "json": lambda: json.dumps(deep(100000, lambda x: [x])), "deep copy": lambda: copy.deepcopy(deep(100000, lambda x: [x])), "deep lt": lambda: deep(100000, lambda x: [x]) < deep(100000, lambda x: [x]), "reduce": lambda: functools.reduce(lambda a, b: f(), [1, 2]), "map": lambda: list(map(lambda x: f(), [1])), "sort key": lambda: [1, 2].sort(key=lambda x: f())}.items():
    try:
        print(name, type(action()).__name__)
    except RecursionError as e:
        print(name, "RecursionError")
    except Exception as e:
        print(name, type(e).__name__, str(e)[:60])
x = deep(100000, lambda x: [x]); del x
print("alive")
