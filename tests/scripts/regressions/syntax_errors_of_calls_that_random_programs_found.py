# area: regressions
# prio: P2
# checks: words and places of wrong calls: stars behind what could not be read, `print` in brackets, the text in other modes


def told(source, mode="exec"):
    try:
        compile(source, "f", mode)
    except SyntaxError as e:
        print(repr(source), mode, e.msg, e.lineno, e.offset, e.end_offset, repr(e.text))


for source in (
    "f(*a, *(b:c))",
    "f(a, *(b:c))",
    "f(a, *)",
    "f(*a, *)",
    "f(a, *b, *(c:d))",
    "f(k=1, *a, *(b:c))",
    "f(a, k=1, *-(b:c))",
    "f(a, **b, *(c:d))",
    "f(*{}, *((lambda *a: 1)(*((x for x in y, key=None)), **d)))",
    "f(a, *(g(x=1, *(x:y))))",
    "f(*a, *b(c:d))",
    "f(*a, k=(b:c))",
    "f(print - 1, **a, 2)",
    "f(print - 1, 2, **a, 2)",
    "f(a, print -1, k=1, 2)",
):
    told(source)
try:
    compile("f(print - 1)\nf(**a, 2)", "f", "exec")
except SyntaxError as e:
    print(e.lineno, e.offset, e.end_offset)
for mode in ("exec", "single", "eval"):
    told("f(**a, 2)", mode)
    told("f(a=1, 2)\n", mode)
    told("x y", mode)
