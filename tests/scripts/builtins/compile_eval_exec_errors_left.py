# area: builtins
# prio: P1
# checks: (still different) compile, eval, exec: modes, names, wrong arguments, syntax errors
for source in r'''eval("")
compile("1\n2", "f", "single")
compile("1", "f", "exec", 99999)
[eval("v") for v in (1, 2)], (lambda z: eval("z + 1"))(4), (lambda: sorted(locals()))(), (lambda k: locals())(1)
__import__(5)
'''.splitlines():
    try:
        print(source, "->", repr(eval(source)))
    except Exception as error:
        print(source, "->", type(error).__name__, error)
