# area: types
# prio: P1
# checks: repr of text: quotes, escapes, unprintable characters
for source in r'''["'", '"', "'\"", "\\", "\n\r\t", "\x00\x1f\x7f", "\x80\x9f\xa0\xad", "é日😀", "\u200b\u2028\ufeff", "\U000e0001", "a\\'b", "", " "]
[b"'", b'"', b"'\"", b"\\", b"\n\r\t", b"\x00\xff~\x7f", b""]
ascii("'\u00e9\u65e5\U0001f600"), ascii(b"\xe9"), repr(bytearray(b"'a\"")), "%a|%r" % ("é", "é"), f"{'é'!a} {'é'!r} {'é'!s}"
print("a\tb\\n", repr("a\tb\\n"), '\'', "\"", "\101\x41\u0041\U00000041")
len('\n'), len(r'\n'), len("\\"), "\0" == chr(0), "\777" == chr(511)
'''.splitlines():
    try:
        print(source, "->", repr(eval(source)))
    except Exception as error:
        print(source, "->", type(error).__name__, error)
