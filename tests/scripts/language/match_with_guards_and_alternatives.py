# area: language
# prio: P1
# checks: guards are asked in order, alternatives bind the same names, captures stay

def kind(value):
    match value:
        case 0 | 0.5:
            return "small constant"
        case int(n) | float(n) if n < 0:
            return f"negative {n}"
        case bool(b):
            return f"bool {b}"
        case int() as n if n > 100:
            return f"big {n}"
        case int(n):
            return f"int {n}"
        case str("a" | "b" as letter):
            return f"letter {letter}"
        case str(text) if text.isdigit():
            return f"digits {text}"
        case [] | () | {}:
            return "empty thing"
        case [("x" | "y") as axis, n] | {"axis": axis, "n": n}:
            return f"axis {axis} {n}"
        case None | True | False:
            return "singleton"
        case _:
            return "other"


for value in [0, 0.5, -3, -2.5, True, 500, 7, "a", "42", "c", [], (), {}, ["x", 1], {"axis": "q", "n": 2}, None, 2.5]:
    print(repr(value), "->", kind(value))


def guard(n):
    print("guard", n, end="; ")
    return n > 1


for pair in [(1, 2), (2, 1), (0, 0)]:
    match pair:
        case (a, _) if guard(a):
            print("first", a)
        case (_, a) if guard(a):
            print("second", a)
        case _:
            print("none", a)
