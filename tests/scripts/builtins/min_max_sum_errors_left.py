# area: builtins
# prio: P1
# checks: (still different) min, max, sum, any, all: keys, defaults, every wrong call
for source in r'''sum()
'''.splitlines():
    try:
        print(source, "->", repr(eval(source)))
    except Exception as error:
        print(source, "->", type(error).__name__, error)
