# area: regressions
# prio: P2
# checks: compile() of a single statement; places and lines of errors at a text's end, and of what was read on from
def told(text, mode='exec'):
    try:
        compile(text, 'program', mode)
        print(mode, repr(text), 'fine')
    except SyntaxError as e:
        print(mode, repr(text), type(e).__name__, e.msg, e.lineno, e.offset, e.end_lineno, e.end_offset, repr(e.text))


for text in (
    "a = 1\nb = 2", "a\nb", "a\n\n", "a\n#c\n", "if 1: a\nb", "if 1:\n  a\nb\n", "a; b\n", "a; b\nc", "", "\n", "#c",
    "def f(): pass\n\n", "def f(): pass\nx", "a\n\nb = (", "a\n  b", "if 1:\n  a", "a\nb'", "a\nb c", "a\n$", "a\n)\n",
    "x\n\\\n", "@a\ndef f(): pass\n", "x = (1,\n2)\ny",
):
    told(text, 'single')

for text in ("if x:", "if x:\n", "if x:\n\n\n", "if x: #c", "while x:\n#c\n", "try:\n", "if x:\n a\nelse:\n", "if x:\n  if y:",
             "if x:\n  y\n z", "'''abc", "x = '''abc\nd", "'abc\n", "x = 'abc\nd"):
    for mode in 'exec', 'single':
        told(text, mode)

# The line stands without its newline where more had been read.
told("x = 1; f(print - 1)\nf(**a, 2)")
told("if 1:\n  f(print - 1)\n  f(**a, 2)")
told("s = 1\nf(print 1)\ns = 2")

# A chain whose last value does not begin is read as expressions.
for text in (
    "a, b = c, d = (f(x for)) | g({1: None})", "a = c, d = (x +) | ({})", "a = c + 1, d = (x +)", "a.b = c, d = (x +)",
    "a = c = (x +)", "a = c, d = 2 = (x +)", "b, a = c, (x +)", "(b, a) = c, d = (g +)", "b, a = (c), d = (g +)",
    "b, a = (c, e), d = (g +)", "b, a = c if d else e, d = [g +]", "b, a = c, d = f(g +)", "b, a = c, d = (g h)",
    "x = 1; b, a = c, d = (g +)", "b, a = 1, 2; c = 1, (x +)",
):
    told(text)
