# area: language
# prio: P1
# checks: where global and nonlocal may not stand
for source in ("def f(a):\n global a", "def f():\n a = 1\n global a", "def f():\n print(a)\n global a", "nonlocal a", "def f():\n nonlocal zz",
               "def f():\n a = 1\n def g():\n  nonlocal a\n  global a", "def f(a):\n nonlocal a", "def f():\n def g():\n  nonlocal a\n  a = 1\n a = 2",
               "class C:\n nonlocal x", "def f():\n x = 1\n class C:\n  nonlocal x\n  x = 2\n return x", "global a\na = 1\nglobal a", "def f():\n global a, a",
               "def f():\n global a\n def g():\n  nonlocal a", "lambda: (global a)", "def f():\n for a in b: pass\n global a", 
               "def f():\n a: int\n global a", "def f():\n global a\n a: int = 1", "class C:\n global q\n q = 5", "def f():\n del a\n global a", "def f():\n (a := 1)\n global a",
               "def f():\n x = 1\n def g():\n  x = 2\n  nonlocal x", "def f():\n def g():\n  nonlocal f\n return g", "def f():\n [global x for y in z]"):
    try:
        compile(source, "s", "exec")
        print(repr(source), "compiles")
    except SyntaxError as e:
        print(repr(source), "->", e.msg)
