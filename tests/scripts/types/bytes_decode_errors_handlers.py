# area: types
# prio: P1
# checks: decode with each codec and each handler
for source in r"""b"\xc3\xa9".decode(), b"\xff".decode("latin-1"), b"a\xffb".decode("utf-8", "ignore"), b"a\xff\xfeb".decode("utf-8", "replace"), b"a\xffb".decode("ascii", "backslashreplace"), b"\xef\xbb\xbfa".decode("utf-8-sig"), b"a\x00".decode("utf-16-le"), b"\xff\xfea\x00".decode("utf-16")
b"\xff".decode()
b"a\xe9b".decode("ascii")
b"\xc3".decode()
b"\xe6\x97".decode("utf-8", "replace"), b"\xe6a".decode("utf-8", "replace"), b"\xf0\x9f\x98a".decode("utf-8", "replace"), b"\xc0\x80".decode("utf-8", "replace"), b"\xed\xa0\x80".decode("utf-8", "replace")
b"\xe6a".decode()
b"\xed\xa0\x80".decode()
b"\xf8a".decode()
b"a".decode("utf-16")
b"\x00\xd8".decode("utf-16-le")
b"a".decode("nope")
b"\xff".decode("utf-8", "xmlcharrefreplace")
b"a".decode(1)
str(b"ab", "ascii"), str(b"ab", errors="ignore"), str(bytearray(b"q"), "utf-8"), str(b"ab")
str("ab", "ascii")
str(5, "ascii")""".splitlines():
    try:
        print(source, "->", repr(eval(source)))
    except Exception as error:
        print(source, "->", type(error).__name__, error)
try:
    b"ab\xff\xfe".decode("utf-8")
except UnicodeDecodeError as e:
    print(e.encoding, e.object, e.start, e.end, e.reason)
