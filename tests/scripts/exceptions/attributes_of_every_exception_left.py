# area: exceptions
# prio: P1
# checks: (still different) what each exception keeps of its arguments, and what it refuses
for source in r'''Exception.__new__(ValueError, 1), Exception.__new__(int)
'''.splitlines():
    try:
        print(source, "->", repr(eval(source)))
    except Exception as error:
        print(source, "->", type(error).__name__, error)
