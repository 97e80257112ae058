# area: types
# prio: P1
# checks: super() with and without arguments, in every kind of method, and where it fails
class A:
    x = "A.x"
    def m(self): return "A.m"
    @classmethod
    def k(cls): return "A.k", cls.__name__
    @staticmethod
    def s(): return "A.s"
    @property
    def p(self): return "A.p"
    def __getitem__(self, i): return "A", i
    def __repr__(self): return "A()"
class B(A):
    x = "B.x"
    def m(self): return "B.m", super().m()
    @classmethod
    def k(cls): return "B.k", super().k()
    @staticmethod
    def s(): return super().s()
    @property
    def p(self): return "B.p", super().p, super().x
    def gone(self): return super().nope
    def inner(self): return [super(B, self).m() for _ in "a"], (lambda: super().m())()
    def nested(self):
        def f(): return super().m()
        return f()
    def comp(self): return [super().m() for _ in "a"]
    def deleted(self):
        del self
        return super().m()
    def rebound(self):
        self = 5
        return super().m()
    def item(self): return super()[0]
    def explicit(self): return super(A, self).__repr__()[:10], super(B, B).k(), repr(super())[:17], super().__self__ is self, super().__thisclass__, super().__self_class__
    def sets(self): super().x = 5
    def none(*args): return super().m()
b = B()
for name in ("m", "k", "s", "gone", "inner", "nested", "rebound", "item", "explicit", "sets", "none"):
    try:
        print(name, getattr(b, name)())
    except Exception as e:
        print(name, type(e).__name__, e)
print(b.p)
def outside(): return super().x
class D(A): pass
for f in (outside, lambda: super(), lambda: super(5), lambda: super(A), lambda: super(A, 5), lambda: super(B, A()), lambda: super(A, b).m(), lambda: super(B, b).m(), lambda: super(A, B), lambda: super(1, 2, 3), lambda: super(x=1), lambda: super(A).__get__(b).m(), lambda: super(B).__get__(b, B).m(), lambda: B.none(), lambda: setattr(D, "m", B.m) or D().m()):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
