# area: types
# prio: P1
# checks: bytes() and bytearray() of every kind of argument
class HasBytes:
    def __bytes__(self): return b"hb"
class BadBytes:
    def __bytes__(self): return "text"
class Index:
    def __index__(self): return 3
for source in r'''bytes(), bytes(3), bytes([1, 2]), bytes((65, 66)), bytes(range(3)), bytes("é", "utf-8"), bytes(b"x"), bytes(bytearray(b"y")), bytes(HasBytes()), bytes(Index()), bytes(iter([7]))
bytes("a")
bytes(-1)
bytes([256])
bytes([-1])
bytes(["a"])
bytes([1.5])
bytes(1.5)
bytes(None)
bytes(BadBytes())
bytes("a", 5)
bytes("a", "nope")
bytes(b"a", "ascii")
bytes(5, errors="x")
bytes("a", "ascii", "strict", 1)
bytes(10**30)
bytearray(), bytearray(3), bytearray("é", "latin-1"), bytearray(b"abc"), bytearray([1, 2])
bytearray("a")
bytearray([300])
bytearray(None)
bytes(source=b"a"), bytes(source="a", encoding="ascii")
bytes.fromhex("00 ff\n1A"), bytearray.fromhex("aa")
bytes.fromhex("0")
bytes.fromhex("zz")
bytes.fromhex("a bc")
bytes.fromhex(5)
'''.splitlines():
    try:
        print(source, "->", repr(eval(source)))
    except Exception as error:
        print(source, "->", type(error).__name__, error)
