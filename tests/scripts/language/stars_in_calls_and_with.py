# area: language
# prio: P2
# checks: syntax errors of stars in a generator argument and as the target of with
for source in ("f(*a for a in b)", "with a as *b: pass"):
    try:
        compile(source, "s", "exec")
    except SyntaxError as e:
        print(repr(source), "->", e.msg)
