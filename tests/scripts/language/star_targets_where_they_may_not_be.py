# area: language
# prio: P1
# checks: syntax errors of stars and assignments
for source in ("*a = [1]", "*a, *b = c", "a = *b", "print(*)", "f(**)", "*a", "x = (*a)", "[*a for a in b]", "{**a for a in b}", "del *a", "for *a in b: pass", "for *a, in b: pass",
               "a = *b,", "def f():\n return *a, 1", "def f():\n yield *a, 1", "x[*a]", "x[*a, 1]", "x[*a:1]", "lambda *: 0", "lambda *, a: 0", "lambda **: 0", "def f(*): pass",
               "def f(**k, a): pass", "def f(*a, *b): pass", "def f(a, a): pass", "def f(a=1, b): pass", "f(a=1, 2)", "f(**a, *b)", "f(**a, b)", "f(a=1, a=2)", "f(1=2)", "f(a.b=1)", "f((a)=1)", "f(None=1)", "f(a for a in b, c)",
               "{*a}", "{**a}", "{*a: 1}", "{1: *a}", "{**a, 1}", "(*a, b) = c", "a, b: int = c", "(a): int = 1", "a.b: int", "[a]: int", "f(): int = 1", "a = b = *c, d", "a += *b", "a = yield", "1 = a", "f() = 1", "a + 1 = 2",
               "None = 1", "True = 1", "a if b else c = 1", "'a' = 1", "f'a' = 1", "(a, 1) = b", "[a, f()] = b", "{a} = b", "{} = b", "x = 1 = y", "a := 1", "(a.b := 1)", "f(a := 1)", "f(b=a := 1)", "(a := 1, b)", "__debug__ = 1", "def __debug__(): pass"):
    try:
        compile(source, "s", "exec")
        print(repr(source), "compiles")
    except SyntaxError as e:
        print(repr(source), "->", e.msg)
