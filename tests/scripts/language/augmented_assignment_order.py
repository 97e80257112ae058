# area: language
# prio: P1
# checks: what is evaluated when in x[i] op= y, with every kind of target
log = []
def note(x, value=None):
    log.append(x)
    return value
class Box:
    def __getitem__(self, k): note(f"get {k}"); return 10
    def __setitem__(self, k, v): note(f"set {k} {v}")
    def __getattr__(self, name): note(f"getattr {name}"); return 20
    def __setattr__(self, name, v): note(f"setattr {name} {v}")
    def __delitem__(self, k): note(f"del {k}")
def show():
    print(*log, sep=", "); log.clear()
b = Box()
note("box", b)[note("key", "k")] += note("value", 5); show()
note("box", b).attr -= note("value", 5); show()
note("box", b)[note("i", 1):note("j", 2)] *= note("value", 2); show()
note("box", b)[note("i", 1), note("j", 2)] = note("value", 3); show()
note("a", b).x, note("b", b)[note("k", 0)] = note("v", (1, 2)); show()
x = note("box", b)[note("k", 1)] = note("v", 7); show()
for note("b", b)[note("k", 1)] in (1, 2): note("body")
show()
del note("b", b)[note("k", 1)], note("c", b)[note("k", 2)]; show()
print({note("k1", 1): note("v1", 2), **note("m", {3: 4}), note("k2", 5): note("v2", 6)}); show()
print([note(1, 1), *note("it", [2]), note(3, 3)], note("a", 1) < note("b", 2) < note("c", 0) < note("d", 1)); show()
def f(*a, **k): note(f"call {a} {k}")
note("f", f)(note("a", 1), *note("s", (2,)), k=note("kw", 3), **note("d", {"z": 4})); show()
try:
    note("box", 5)[note("key", 1)] += note("value", 5)
except TypeError as e:
    print(e); show()
note("r", b)[0] = note("l", 1) + note("m", 2) if note("c", 1) else note("never"); show()
