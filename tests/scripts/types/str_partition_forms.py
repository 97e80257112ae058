# area: types
# prio: P1
# checks: partition and rpartition
for source in r""""a.b.c".partition("."), "a.b.c".rpartition("."), "abc".partition("."), "abc".rpartition("."), "".partition("x"), "ab".partition("ab"), "日-本".partition("-")
"abc".partition("")
"abc".rpartition("")
"abc".partition(1)
"abc".partition()
b"a.b".partition(b"."), b"a.b".rpartition(b"x"), bytearray(b"a.b").partition(b".")
b"a".partition(b"")
b"a".partition("a")""".splitlines():
    try:
        print(source, "->", repr(eval(source)))
    except Exception as error:
        print(source, "->", type(error).__name__, error)
