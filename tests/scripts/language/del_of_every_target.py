# area: language
# prio: P1
# checks: del of names, subscripts, slices, attributes, nested targets, and their errors
def attempt(source, **names):
    try:
        exec(source, names)
        print(source, "->", {k: v for k, v in names.items() if k[0] != "_"})
    except Exception as e:
        print(source, "->", type(e).__name__, e)
attempt("del a", a=1, b=2)
attempt("del a, b", a=1, b=2)
attempt("del (a, b), [c]", a=1, b=2, c=3, d=4)
attempt("del ()")
attempt("del []")
attempt("del (a)", a=1)
attempt("del a, a", a=1)
attempt("del a[0], a[0]", a=[1, 2, 3])
attempt("del a[1:]", a=[1, 2, 3])
attempt("del a['k']", a={"k": 1})
attempt("del a['z']", a={"k": 1})
attempt("del a.x", a=5)
attempt("del a[0]", a=5)
attempt("del a[0]", a="abc")
attempt("del a[0]", a=(1,))
attempt("del zz")
for source in ("del f()", "del 1", "del a + b", "del (a, b) = 1", "del *a", "del None", "del a if b else c", "del [x for x in y]", "del (a, f())", "del a.b, 'c'", "del lambda: 0", "del x := 1", "del"):
    try:
        compile(source, "s", "exec")
        print(source, "compiles")
    except SyntaxError as e:
        print(source, "->", e.msg)
