# area: language
# prio: P1
# checks: any expression may decorate; order of evaluation; what they return
log = []
def d(name):
    log.append(f"eval {name}")
    def wrap(f):
        log.append(f"apply {name}")
        return f
    return wrap
@d("a")
@d("b")
def f(x=log.append("default")): return x
print(log); log.clear()
@d("c1")
class C(log.append("base") or object):
    log.append("body")
    @d("m")
    @staticmethod
    def s(): return "static"
    @property
    @d("p")
    def prop(self): return "prop"
    @classmethod
    def k(cls): return cls.__name__
print(log, C.s(), C().prop, C.k()); log.clear()
@lambda f: f()
def value(): return 42
print(value)
table = {"k": [lambda f: f.__name__.upper()]}
@table["k"][0]
def named(): pass
print(named)
@(lambda f: f if 1 else 0)
def g(): return "g"
print(g())
@str
def h(): pass
print(h[:11])
@(w := lambda f: (f, 1))
def i(): pass
print(i[1], w(5))
for source in ("@5\ndef f(): pass", "@None\nclass C: pass", "@f\nx = 1", "@\ndef f(): pass", "@a b\ndef f(): pass", "@undefined\ndef f(): pass", "@print\nclass K: pass", "@[].append\ndef q(): pass\nprint(q)"):
    try:
        exec(source)
    except Exception as e:
        print(repr(source), "->", type(e).__name__, getattr(e, "msg", e))
