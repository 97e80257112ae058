# area: types
# prio: P1
# checks: (still different) type() in one and three arguments, attributes of classes, what cannot be set
for source in r'''type("C\0", (), {})
int.__name__, int.__qualname__, int.__module__, int.__mro__, int.__bases__, int.__base__, int.__dictoffset__, bool.__base__
'''.splitlines():
    try:
        print(source, "->", repr(eval(source)))
    except Exception as error:
        print(source, "->", type(error).__name__, error)
