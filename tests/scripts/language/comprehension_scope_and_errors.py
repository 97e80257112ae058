# area: language
# prio: P1
# checks: comprehension variables, the first iterable, class bodies, walrus, errors
x = "outer"
print([x for x in range(3)], x, {x: 1 for x in "ab"}, sorted({x for x in (1, 1)}), list(x for x in "z"), x)
print([(i, j) for i in range(3) for j in range(i)], [y for y in range(10) if y % 2 if y > 3], [[a for a in range(b)] for b in range(3)])
print([last := n for n in range(3)], last, any((hit := n) > 1 for n in range(5)), hit)
class C:
    n = 3
    a = [i for i in range(n)]
    try:
        b = [n for i in range(2)]
    except NameError as e:
        b = str(e)
    c = list(i for i in range(n))
    d = [lambda: i for i in range(2)]
print(C.a, C.b, C.c, [f() for f in C.d])
fs = [lambda: i for i in range(3)]; print([f() for f in fs], [f(i) for i, f in enumerate([lambda q, i=i: (q, i) for i in range(2)])])
for source in r'''[i for i in 5]
[i for i in undefined]
(i for i in 5)
[1 / i for i in (1, 0)]
[undefined for i in []]
[undefined for i in [1]]
{[]: 1 for i in [1]}
{[] for i in [1]}
next(i for i in [])
list((yield_ for yield_ in [1])), dict((k, v) for k, v in {"a": 1}.items()), sum(i * i for i in range(4)), max((i for i in [3, 1]), default=0)
'''.splitlines():
    try:
        print(source, "->", repr(eval(source)))
    except Exception as error:
        print(source, "->", type(error).__name__, error)
for source in ("[x := 1 for x in y]", "[(y := 1) for x in (y := [1])]", "class C:\n [(y := 1) for x in z]", "[i for i in (j := [1])]", "[await x for x in y]", "[yield x for x in y]", "[(yield) for x in y]", "[x async for x in y]", "[x for x, in y]", "[x for x.a in y]", "[x for f() in y]", "[x for 1 in y]", "[for x in y]", "[x for x y]", "[x if x for x in y]", "[x for x in y if]", "{x: y for}", "(x for x in y for)", "[x, y for x in z]", "[x for x in 1, 2]", "[x for x in lambda: y, 1]"):
    try:
        compile(source, "s", "exec"); print(repr(source), "compiles")
    except SyntaxError as e:
        print(repr(source), "->", e.msg)
