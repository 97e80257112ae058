# area: types
# prio: P0
# checks: bytes: literals, indexing gives ints, slicing gives bytes, operators, repr
b = b"abc\x00\xff\n'"
print(b, b[0], b[-1], b[1:3], b[::-1], len(b), b + b"x", b"ab" * 2, b"a" in b, 97 in b, list(b"hi"), b"a" < b"b", hash(b"a") == hash(b"a"))
print(bytes(3), bytes([1, 2, 255]), bytes(b"x"), bytes("é", "utf-8"), bytes(), bytes(range(3)), b'"', b"it's")
print(b"a,b".split(b","), b"-".join([b"a", b"b"]), b"abc".upper(), b"abc".find(b"c"), b" x ".strip(), b"abc".replace(b"b", b"--"), b"abc".startswith(b"ab"), b"\x01\xab".hex(), bytes.fromhex("01 aB"))
for f in (lambda: bytes([256]), lambda: bytes("x"), lambda: b"a" + "b", lambda: b[99], lambda: bytes(-1), lambda: b"abc".find("a")):
    try:
        f()
    except (ValueError, TypeError, IndexError) as e:
        print(type(e).__name__, e)
