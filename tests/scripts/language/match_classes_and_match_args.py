# area: language
# prio: P1
# checks: class patterns: attributes, __match_args__, built-in types, errors
class P:
    __match_args__ = ("x", "y")
    def __init__(self, x, y): self.x, self.y = x, y
class Sub(P): pass
class NoArgs: a = 1
class BadArgs: __match_args__ = ["x"]
class BadName: __match_args__ = (5,)
class Raises:
    __match_args__ = ("boom",)
    @property
    def boom(self): raise ValueError("boom")
def attempt(source, **names):
    try:
        exec("match s:\n case " + source + ":\n  print('yes', {k: v for k, v in globals().items() if k in 'abc'}, end=' ')\n case _: print('no', end=' ')", {**globals(), **names})
        print(source)
    except Exception as e:
        print(source, "->", type(e).__name__, e)
attempt("P(1, 2)", s=P(1, 2)); attempt("P(1, y=2)", s=P(1, 2)); attempt("P(a, b)", s=Sub(3, 4)); attempt("P(x=a)", s=P(5, 6)); attempt("P()", s=5); attempt("P(1, 2, 3)", s=P(1, 2)); attempt("P(1, x=1)", s=P(1, 2)); attempt("P(z=1)", s=P(1, 2))
attempt("NoArgs(1)", s=NoArgs()); attempt("NoArgs(a=1)", s=NoArgs()); attempt("BadArgs(1)", s=BadArgs()); attempt("BadName(1)", s=BadName()); attempt("Raises(1)", s=Raises()); attempt("Raises(boom=1)", s=Raises())
attempt("int(a)", s=5); attempt("int(a)", s=True); attempt("int(a, b)", s=5); attempt("str(a)", s="x"); attempt("list([a, b])", s=[1, 2]); attempt("dict({'k': a})", s={"k": 1}); attempt("float(a)", s=5); attempt("bool(a)", s=1); attempt("bytes(a)", s=b"x"); attempt("tuple((a, b))", s=(1, 2))
attempt("set(a)", s={1}); attempt("frozenset(a)", s=frozenset()); attempt("bytearray(a)", s=bytearray(b"q")); attempt("object(a)", s=1); attempt("type()", s=int); attempt("range(a)", s=range(3)); attempt("complex(a)", s=1j); attempt("Exception(args=a)", s=ValueError(1))
attempt("5()", s=1) if 0 else None; attempt("len()", s=1); attempt("a()", s=1, a=5); attempt("P(P(a, b), c)", s=P(P(1, 2), 3)); attempt("P(x=P(y=a)) | P(x=int(a))", s=P(7, 8)); attempt("NoArgs(missing=a)", s=NoArgs()); attempt("(int() | str()) as a", s="t"); attempt("int(real=a, imag=b)", s=3)
