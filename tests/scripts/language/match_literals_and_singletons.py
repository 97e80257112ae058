# area: language
# prio: P1
# checks: literal patterns: equality, identity, signs, strings, complex
def which(x):
    match x:
        case 0: return "zero"
        case 1.5: return "float"
        case -3: return "minus three"
        case 2 + 3j: return "complex"
        case -1 - 1j: return "negative complex"
        case "a" "b": return "joined"
        case b"x": return "bytes"
        case None: return "None"
        case True: return "True"
        case False: return "False"
        case "": return "empty"
        case _: return "other"
class E:
    def __eq__(self, other): return other == "ab"
    def __repr__(self): return "E"
for x in (0, 0.0, False, True, 1, 1.5, -3, -3.0, 2+3j, -1-1j, "ab", b"x", bytearray(b"x"), None, "", E(), [], "other", 0j):
    print(repr(x), which(x))
for source in ("match x:\n case 1 + 2: pass", "match x:\n case a.b: pass", "match x:\n case a | 1: pass", "match x:\n case 1 | a: pass", "match x:\n case a: pass\n case b: pass", "match x:\n case _: pass\n case 1: pass", "match x:\n case [a, a]: pass",
               "match x:\n case {1: a, 1: b}: pass", "match x:\n case {**r, 'a': 1}: pass", "match x:\n case [*a, *b]: pass", "match x:\n case C(a=1, a=2): pass", "match x:\n case C(a=1, 2): pass", "match x:\n case (a | b): pass", "match x:\n case [a] | [a, b]: pass",
               "match x:\n case f'x': pass", "match x:\n case -a: pass", "match x:\n case 1 as _: pass", "match x:\n case {a: 1}: pass", "match x:\n case 1j + 2: pass", "match x:\n case _ as y: pass\n case 2: pass", "match x:\n case *a: pass", "match x:\n case {**_}: pass",
               "match x:\n case a.b.c(): pass", "match x:\n case a() as a: pass", "match x:\n pass", "match x:\n case 1: pass\n x = 1", "match = 1; case = 2; match + case", "match (x):\n case (1): pass", "match x, y:\n case 1, 2: pass", "match *a, b:\n case _: pass"):
    try:
        compile(source, "s", "exec"); print(repr(source), "compiles")
    except SyntaxError as e:
        print(repr(source), "->", e.msg)
