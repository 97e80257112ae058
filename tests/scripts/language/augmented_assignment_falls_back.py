# area: language
# prio: P1
# checks: in-place methods: missing, NotImplemented, results of other types
class Both:
    def __add__(self, o): return "add"
    def __iadd__(self, o): return NotImplemented
class Only:
    def __iadd__(self, o): return ["i", o]
class R:
    def __radd__(self, o): return "radd"
class Nothing: pass
class Raises:
    def __iadd__(self, o): raise KeyError("iadd")
def attempt(source, **names):
    try:
        exec(source, names)
        print(source, "->", names["x"])
    except Exception as e:
        print(source, "->", type(e).__name__, e)
attempt("x += 1", x=Both())
attempt("x += 1", x=Only())
attempt("x += R()", x=Nothing(), R=R)
attempt("x += 1", x=Nothing())
attempt("x += 1", x=Raises())
attempt("x += R()", x=[1], R=R)
for op in "+ - * / // % ** << >> & ^ | @".split():
    attempt(f"x {op}= None", x=1)
    attempt(f"x {op}= 1", x=None)
    attempt(f"x {op}= y", x=[1], y={2})
attempt("x += 'a'", x=1); attempt("x += 1", x="a"); attempt("x *= 2", x="ab"); attempt("x -= {1}", x={1, 2}); attempt("x += (3,)", x=[1]); attempt("x += 'bc'", x=["a"]); attempt("x |= [('a', 1)]", x={})
attempt("x **= 2", x=3); attempt("x @= 2", x=3); attempt("x //= 0", x=3); attempt("x <<= -1", x=3); attempt("x >>= 1.0", x=3); attempt("x += 1", x=(1,)); attempt("x += (2,)", x=(1,)); attempt("x %= 3", x="%d"); attempt("x &= 5", x=True)
