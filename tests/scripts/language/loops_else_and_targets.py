# area: language
# prio: P1
# checks: for and while with else; loop variables; iterables that fail
def run(stop):
    for i in range(3):
        if i == stop: break
    else: return "else", i
    return "broke", i
print(run(1), run(5))
n = 3
while n: n -= 1
else: print("while else", n)
for x in []: pass
else: print("empty else", "x" in globals())
for i, in [(1,)]: print(i)
for (a, b), *c in [((1, 2), 3, 4)]: print(a, b, c)
d = {}
for d["k"] in "ab": pass
print(d)
class Fails:
    def __iter__(self): raise KeyError("iter")
class NotIter:
    def __iter__(self): return 5
class FailsNext:
    def __iter__(self): return self
    def __next__(self): raise OSError("next")
class OldStyle:
    def __getitem__(self, i):
        if i > 2: raise IndexError
        return i * 10
class NoneIter: __iter__ = None
for iterable in (Fails(), NotIter(), FailsNext(), OldStyle(), NoneIter(), 5, None, int, len):
    try:
        for x in iterable: print(x, end=" ")
        print("done")
    except Exception as e:
        print(type(e).__name__, e)
for i in range(3):
    for j in range(3):
        if j == 1: continue
        if i == 2: break
        print(i, j, end="; ")
    else:
        continue
    print("outer break")
    break
l = [1, 2, 3]
for l[0] in l: print(l, end=" ")
print()
for source in ("break", "continue", "for x in y:\n def f(): break", "while 1:\n class C: continue", "if 1: break", "for x in y: pass\nelse: break", "while True: pass\nelse: continue", "for x y: pass", "for x in: pass", "while: pass", "for 1 in x: pass", "for x() in y: pass", "for x in y", "lambda: break", "try: continue\nfinally: pass"):
    try:
        compile(source, "s", "exec"); print(repr(source), "compiles")
    except SyntaxError as e:
        print(repr(source), "->", e.msg)
