# area: language
# prio: P1
# checks: names in class bodies: order, mangling, locals, nested classes, conditionals
log = []
class A:
    x = 1
    y = x + 1
    if y > 1:
        z = "conditional"
    for i in range(3): pass
    def get(self): return x if "x" in globals() else "no global x"
    log.append(sorted(k for k in locals() if k[:2] != "__"))
    del y
    __private = 5
    def private(self): return self.__private, __name__
    class B:
        inner = "x" in dir()
        __deep = 1
    try: raise ValueError
    except ValueError as e: caught = type(e).__name__
    import math as m
    (w := 7)
    a, *b = "pqr"
    with open(__file__) as f: first = f.readline().strip()
    f.close
    lam = lambda self: self.x
    __slots_like__ = [k for k in ("a",)]
print(log, hasattr(A, "y"), A.z, A.i, A().get(), A().private(), A.B.inner, sorted(k for k in vars(A) if "private" in k or "deep" in k), vars(A.B).get("_B__deep"), A.caught, A.m.pi, A.w, A.a, A.b, A.first, A().lam(), hasattr(A, "e"))
print(A.__name__, A.__qualname__, A.B.__qualname__, A.__module__, A.__doc__, A.get.__qualname__)
class D:
    "doc string"
    __qualname__ = "Other.D"
    __module__ = "elsewhere"
print(D, D.__doc__, D.__name__, D.__qualname__)
def outer():
    v = "local"
    class E:
        w = v
        v = "own"
        u = v
        def f(self): return v
    return E.w, E.u, E.v, E().f()
try:
    print(outer())
except NameError as e:
    print(e)
for source in ("class C(x for x in y): pass", "class C(a=1, a=2): pass", "class C:\n return 1", "class C:\n yield 1", "class C:\n await x", "class C(*a, **k): pass", "class None: pass", "class C:\n", "class C(): pass", "class C(,): pass", "class C: x = 1; y = 2"):
    try:
        compile(source, "s", "exec"); print(repr(source), "compiles")
    except SyntaxError as e:
        print(repr(source), "->", type(e).__name__, e.msg)
