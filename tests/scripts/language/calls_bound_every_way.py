# area: language
# prio: P1
# checks: arguments of every kind, super, class methods, class attributes that change
class A:
    unit = 5
    def __init__(self, x, *, k=3): self.x = x; self.k = k
    @classmethod
    def make(cls, v): return cls(v)
    @staticmethod
    def add(a, b=2, *rest, z=1, **kw): return (a, b, rest, z, kw)
    @property
    def p(self): return self.x + self.unit
    def who(self, a, b=10): return ('A', self.x, a, b)
class B(A):
    def __init__(self, x, y): super().__init__(x, k=y); self.y = y
    @classmethod
    def make(cls, v): return super().make(v)
    def who(self, *a, **k): return super().who(*a, **k), super().who(1, b=4)
    def __setattr__(self, n, v): super().__setattr__(n, v)
class C(A):
    @classmethod
    def make(cls, v): return super().make(v)
    def __new__(cls, *a): return super().__new__(cls)
def run():
    for i in range(3):
        b = B(1, 2)
        print(b.p, b.who(7), b.unit, B.unit, b.add(1), b.add(1, 2, 3, z=4, q=5), A.add(*[1, 2, 3], **{'z': 8}))
        print(C.make(4).x, C(3).make(5).x, b.make.__func__.__name__)
        A.unit = i * 100
    A.who = 5
    try: C(1).who(2)
    except TypeError as e: print(e)
    a = A(1)
    def get(): return a.x
    print(get(), get())
    A.x = property(lambda s: 'prop')
    print(get(), get())
    for call in ('A()', 'A(1, 2)', 'A(1, x=2)', 'A(1, j=2)', 'A.add()', 'b.who(b=1)', 'A(1,k=1,m=2)'):
        try: eval(call, {'A': A, 'b': b})
        except TypeError as e: print(call, e)
run()
def f(a, /, b, c=3, *, d, e=5): return a, b, c, d, e
def g():
    r = []
    for i in range(3):
        r.append(f(1, b=2, d=4)); r.append(f(1, 2, 9, e=1, d=2)); r.append(f(1, 2, d=i))
    yield r
    yield f(1, b=2, d=4)
    yield (lambda *a, k=2, **q: (a, k, q))(1, 2, k=3, m=4)
for x in g(): print(x)
for bad in ('f(1)', 'f(1,2)', 'f(a=1,b=2,d=3)', 'f(1,2,3,4,d=5)', 'f(1,b=2,b2=3,d=4)', 'f(1,2,b=3,d=4)'):
    try: eval(bad)
    except TypeError as e: print(bad, e)
print(max(3, 1), max('a', 'b'), min(2.5, 1), max([1, 2]), max((1,), key=lambda x: x), max(1, 2, 3, key=lambda x: -x))
