# area: exceptions
# prio: P1
# checks: (still different) ExceptionGroup: what it takes, split, subgroup, derive, nesting, text
E, V, T, K = ExceptionGroup, ValueError, TypeError, KeyError
g = E("g", [V(1), E("h", [T(2), V(3)]), K(4)])
for source in r'''g.split()
'''.splitlines():
    try:
        print(source, "->", repr(eval(source)))
    except Exception as error:
        print(source, "->", type(error).__name__, error)
