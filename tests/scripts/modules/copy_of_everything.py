# area: modules
# prio: P1
# checks: copy and deepcopy: identity, memo, hooks, what cannot be copied
import copy
class P:
    def __init__(self): self.l = [1]
class H:
    def __copy__(self): return "copied"
    def __deepcopy__(self, memo): return "deep"
class Red:
    def __reduce__(self): return (list, ([1, 2],))
class Slots:
    __slots__ = ("a", "b")
class St:
    def __getstate__(self): return {"s": 1}
    def __setstate__(self, s): self.got = s
l = [1, [2], (3, [4]), {5: [6]}, {7}]
c, d = copy.copy(l), copy.deepcopy(l)
print(c == l, c is l, c[1] is l[1], d == l, d[1] is l[1], d[2][1] is l[2][1], d[3][5] is l[3][5], copy.copy(5) is 5, copy.deepcopy((1, 2)) == (1, 2), copy.copy(l[2]) is l[2])
p = P(); q, r = copy.copy(p), copy.deepcopy(p)
print(q.l is p.l, r.l is p.l, r.l == p.l, copy.copy(H()), copy.deepcopy(H()), copy.copy(Red()), copy.deepcopy([H()]))
loop = []; loop.append(loop); e = copy.deepcopy(loop); print(e[0] is e, e is loop)
s = Slots(); s.a = [1]; t = copy.deepcopy(s); print(t.a, t.a is s.a, hasattr(t, "b"), copy.copy(s).a is s.a, copy.copy(St()).got)
shared = [1]; m = copy.deepcopy([shared, shared]); print(m[0] is m[1], copy.deepcopy({"a": shared, "b": shared})["a"] == [1])
print(copy.copy(len) is len, copy.deepcopy(P) is P, copy.copy(None), copy.copy(range(3)), copy.deepcopy(frozenset([1])), copy.copy(bytearray(b"a")), copy.deepcopy(1j), copy.copy({1: 2}), copy.copy(ValueError("a")).args, copy.deepcopy(slice(1, 2)))
for source in r'''copy.copy(x for x in [])
copy.deepcopy((x for x in []))
copy.copy()
copy.deepcopy(type("N", (), {"__reduce_ex__": lambda s, p: 5})())
copy.copy(type("N", (), {"__copy__": 5})())
copy.Error.__mro__[1]
copy.copy(type("D", (dict,), {})(a=1)), copy.deepcopy(type("L", (list,), {})([[1]])), type(copy.copy(type("S", (set,), {})([1]))).__name__
'''.splitlines():
    try:
        print(source, "->", repr(eval(source)))
    except Exception as error:
        print(source, "->", type(error).__name__, error)
