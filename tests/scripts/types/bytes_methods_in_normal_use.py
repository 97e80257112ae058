# area: types
# prio: P1
# checks: each method of bytes as text has it

b = b"Hello, World"
print(b.upper(), b.lower(), b.swapcase(), b.title(), b.capitalize(), b.center(16, b"*"), b.ljust(14), b.rjust(14, b"."))
print(b.find(b"o"), b.rfind(b"o"), b.find(111), b.index(b"W"), b.rindex(b"l"), b.count(b"l"), b.count(108), b.find(b"z"))
print(b.split(b", "), b.split(), b.rsplit(b"o", 1), b.partition(b","), b.rpartition(b"o"), b"a\nb\r\nc".splitlines(True))
print(b.replace(b"l", b"L", 2), b.startswith((b"x", b"He")), b.endswith(b"d", 3), b.strip(b"Hd"), b.lstrip(b"He"), b" x ".rstrip())
print(b"-".join([b"a", bytearray(b"b"), memoryview(b"c")]), b"42".zfill(5), b"-7".zfill(4), b.hex(), b.hex(":", 2), b"".hex())
print(b"abc".isalpha(), b"12".isdigit(), b"a1".isalnum(), b" \t".isspace(), b"A".isupper(), b"a".islower(), b"Ab Cd".istitle(), b"\x80".isascii())
print(b.translate(None, b"lo"), b.translate(bytes.maketrans(b"lo", b"01")), bytes.fromhex("de ad BE ef"), b.decode().encode("utf-16-le")[:4])
print(b[0], b[-1], b[1:4], b[::-1], 72 in b, b"lo" in b, b + b"!", b"ab" * 3, list(b"az"), sorted(b"cab"), hash(b"a") == hash(b"a"))
print(b"%s has %d and %x, %r %5.2f %c%c%%" % (b"x", 5, 255, b"q", 1.5, 65, b"B"))
print(bytes(3), bytes([1, 2]), bytes("é", "latin-1"), bytes(b"c"), bytes(range(3)), b"a" < b"b", b"a" == "a", max(b"hello"))
for bad in [lambda: b"a" + "b", lambda: bytes([256]), lambda: b.index(b"z"), lambda: b.find("o"), lambda: b[20], lambda: b.join(["x"]), lambda: bytes.fromhex("0g"), lambda: b.replace("a", "b")]:
    try:
        bad()
    except (TypeError, ValueError, IndexError) as error:
        print(type(error).__name__, error)
