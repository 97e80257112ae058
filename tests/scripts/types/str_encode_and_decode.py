# area: types
# prio: P0
# checks: encode and decode in common codecs with error handlers
s = "aé☃😀"
print(s.encode(), s.encode("utf-8").decode(), s.encode("ascii", "ignore"), s.encode("ascii", "replace"), s.encode("latin-1", "replace"), s.encode("ascii", "backslashreplace"))
print(b"abc".decode("ascii"), b"\xe9".decode("latin-1"), b"a\xffb".decode("utf-8", "replace"), b"a\xffb".decode("utf-8", "ignore"), str(b"abc", "utf-8"), bytes("é", "utf-8"))
for f in (lambda: s.encode("ascii"), lambda: b"a\xff".decode(), lambda: b"\xe2\x98".decode(), lambda: "x".encode("nope"), lambda: b"\x80".decode("ascii")):
    try:
        f()
    except (UnicodeError, LookupError) as e:
        print(type(e).__name__, e)
