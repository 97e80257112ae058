# area: regressions
# prio: P2
# checks: the parser's errors go before those of names, and those before the compiler's, each stage in the order of the text
PARSER = ["x = = 2", "f(**x, *y)", "f(a=1, y)", "f() = 3", "print 3", "del f()", "x = 1__2", "x = )",
          "match x:\n case C(n=3, [1].f(2)): pass", "match x:\n case C(n=3, 2 ^ 4): pass", "global x, y = 1"]
NAMES = ["def f(a, a): pass", "def f(a):\n global a", "nonlocal x", "def f():\n from m import *",
         "class D:\n [(x := 1) for z in y]", "def f():\n x = 1\n global x"]
CODE = ["f(a=1, a=2)", "*a", "for *q in y: pass", "*q = 3", "await z", "yield 3", "return 1", "break",
        "x.__debug__ = 1", "(__debug__ := 2)", "try: pass\nexcept: pass\nexcept A: pass", "with a as *b: pass",
        "match x:\n case [*a, *b]: pass", "match x:\n case f'a': pass", "match x:\n case C(a=1, a=2): pass",
        "class C(a=1, a=2): pass", "async for x in y: pass", "match x:\n case a: pass\n case b: pass"]


def told(text):
    try:
        compile(text, "<text>", "exec")
    except SyntaxError as error:
        return error.msg, error.lineno, error.offset
    return "fine"


for text in PARSER + NAMES + CODE:
    print(repr(text), told(text))
for late, early in [(NAMES, PARSER), (CODE, PARSER), (CODE, NAMES)]:
    for n, text in enumerate(late):
        other = early[n % len(early)]
        print(told(f"{text}\n{other}")[:2], told(f"{other}\n{text}")[:2])
for n, text in enumerate(CODE):
    print(told(f"{text}\n{CODE[n - 1]}")[:2], told(f"{CODE[n - 1]}\ndef f():\n " + text.replace("\n", "\n "))[:2])
