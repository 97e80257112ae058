# area: types
# prio: P1
# checks: indexing, slicing, in, find, count, index of bytes
for source in r'''b"abc"[0], b"abc"[-1], b"abc"[1:], b"abc"[::-1], list(b"ab"), 97 in b"abc", b"bc" in b"abc", b"" in b""
b"abc"[3]
b"abc"["a"]
b"abc"[1.0]
"a" in b"abc"
300 in b"abc"
-1 in b"abc"
None in b"abc"
b"abca".find(b"a", 1), b"abca".find(97), b"abca".rfind(b"a"), b"abca".count(b"a"), b"abca".count(97), b"abca".index(98), b"".find(b"")
b"abc".index(b"z")
b"abc".find("a")
b"abc".find(256)
b"abc".count(1.5)
b"abc".rindex(120)
b"abc" + b"d", b"ab" * 2, 2 * b"ab", b"ab" + bytearray(b"c"), bytearray(b"c") + b"ab"
b"abc" + "d"
b"abc" * 1.5
b"abc" < "d"
b"abc" == "abc", b"abc" == bytearray(b"abc"), b"a" < b"b", b"a" < bytearray(b"b"), hash(b"a") == hash(b"a")
hash(bytearray(b"a"))
b"abc".hex(), b"abc".hex("-"), b"abcde".hex(":", 2), b"abcde".hex(":", -2), bytearray(b"\xff").hex()
b"abc".hex("--")
b"abc".hex(5)
'''.splitlines():
    try:
        print(source, "->", repr(eval(source)))
    except Exception as error:
        print(source, "->", type(error).__name__, error)
