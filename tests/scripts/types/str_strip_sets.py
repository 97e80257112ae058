# area: types
# prio: P1
# checks: strip, lstrip, rstrip with sets of characters
for source in r""""  a ".strip(), "xxaxx".strip("x"), "xyaxy".lstrip("yx"), "xyaxy".rstrip("yx"), "\t\n\x1f\x85\u2003a\u3000".strip(), "".strip(), "abc".strip("")
"abc".strip(None), "abc".strip("cba"), "ééaé".strip("é"), "日a本".strip("本日")
"abc".strip(1)
"abc".strip("a", "b")
"abc".lstrip(b"a")
"abc".rstrip([])
"abc".strip(chars="a")
b" a\x0b".strip(), b"xax".strip(b"x"), b"\xa0a".strip(), bytearray(b"  q ").lstrip()
b"a".strip("a")""".splitlines():
    try:
        print(source, "->", repr(eval(source)))
    except Exception as error:
        print(source, "->", type(error).__name__, error)
