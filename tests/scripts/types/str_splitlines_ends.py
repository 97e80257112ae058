# area: types
# prio: P1
# checks: splitlines: every line end, kept or not
for source in r""""a\nb\r\nc\rd".splitlines(), "a\nb\r\nc\rd".splitlines(True), "\n".splitlines(), "".splitlines(), "a\n\nb".splitlines(), "a\n".splitlines(keepends=1)
"a\x0bb\x0cc\x1cd\x1de\x1ef\x85g\u2028h\u2029i".splitlines()
b"a\nb\r\nc\rd\x0be\x85f".splitlines(), b"a\n".splitlines(True), bytearray(b"x\ny").splitlines()
"a".splitlines("x"), "a".splitlines(None)
"a".splitlines(1, 2)
"a".splitlines(end=1)
"\r\n\r\n".splitlines(True), "\n\r".splitlines(), "a\r\r\nb".splitlines(True)""".splitlines():
    try:
        print(source, "->", repr(eval(source)))
    except Exception as error:
        print(source, "->", type(error).__name__, error)
