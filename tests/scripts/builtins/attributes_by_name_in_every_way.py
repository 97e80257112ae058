# area: builtins
# prio: P1
# checks: getattr, setattr, hasattr, delattr, vars, dir and __dict__ together

class C:
    shared = "class"

    def __init__(self):
        self.own = 1

    def __getattr__(self, name):
        if name.startswith("auto_"):
            return name[5:]
        raise AttributeError(f"nothing called {name}", name=name, obj=self)


c = C()
print(getattr(c, "own"), getattr(c, "auto_x"), getattr(c, "none", "default"), hasattr(c, "none"), hasattr(c, "auto_y"), getattr(C, "shared"))
setattr(c, "two words", 2); setattr(c, "shared", "instance"); setattr(C, "later", lambda self: self.own + 1)
print(vars(c), c.shared, C.shared, c.later(), getattr(c, "two words"))
delattr(c, "shared"); del c.own
print(c.shared, "own" in vars(c), [n for n in dir(c) if not n.startswith("__")], c.__dict__ is vars(c))
c.__dict__["direct"] = 5
vars(c)["more"] = 6
print(c.direct, c.more, sorted(c.__dict__))
c.__dict__ = {"fresh": 1}
print(c.fresh, hasattr(c, "direct"), type(vars(C)).__name__, "shared" in vars(C))
try:
    c.missing
except AttributeError as error:
    print(error, error.name, error.obj is c)
for bad in [lambda: delattr(c, "zz"), lambda: getattr(c, 5), lambda: setattr(5, "x", 1), lambda: vars(5), lambda: getattr(5, "x"), lambda: setattr(c, 1, 2), lambda: delattr(C, "nope")]:
    try:
        bad()
    except (AttributeError, TypeError) as error:
        print(type(error).__name__, error)
