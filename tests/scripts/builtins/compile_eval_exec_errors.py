# area: builtins
# prio: P1
# checks: compile, eval, exec: modes, names, wrong arguments, syntax errors
for source in r'''eval("1 + 1"), eval(" 1"), eval("x", {"x": 5}), eval("x", {}, {"x": 6}), eval(compile("2 * 3", "f", "eval")), exec("y = 1"), eval(b"1"), eval("\n1\n")
eval("x = 1")
eval("1 +")
eval("zzz")
eval(5)
eval("1", 5)
eval("1", {}, 5)
eval("1", [])
eval()
eval("1", globals={})
exec(5)
exec("x =")
exec("if 1:\nx")
exec("  x = 1")
exec("x = 'abc")
exec("x = (1")
exec("x = )")
exec("return 5")
exec("1", None, 5)
exec("yield")
compile("1", "f", "bad")
compile("1", 5, "eval")
compile(5, "f", "eval")
compile("1; 2", "f", "eval")
compile("1", "f")
compile("x = 1", "name.py", "exec").co_filename, compile("1", "f", "eval").co_name, type(compile("1", "f", "exec")).__name__
exec("raise KeyError('k')")
exec("def f(): return q\nr = f()", {"q": 3})
(lambda d: (exec("a = 1\nb = a + 1", d), sorted(k for k in d if k[0] != "_")))({})
(lambda d: (exec("class A:\n x = y", {"y": 5}, d), d["A"].x))({})
__import__("math").pi, __import__("os.path").__name__, __import__("collections.abc", fromlist=["x"]).__name__
__import__("nope_module")
__import__("")
__import__("math", level=-1)
'''.splitlines():
    try:
        print(source, "->", repr(eval(source)))
    except Exception as error:
        print(source, "->", type(error).__name__, error)
