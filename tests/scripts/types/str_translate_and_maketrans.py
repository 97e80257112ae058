# area: types
# prio: P1
# checks: maketrans in its three forms, translate with every kind of table
for source in r"""str.maketrans({"a": "b", 99: None}), str.maketrans("ab", "xy"), str.maketrans("ab", "xy", "z"), str.maketrans({})
"abcab".translate({97: "X", 98: None, 99: 100}), "abc".translate({}), "abc".translate(["x"] * 98), "añ".translate({241: "nn"}), "abc".translate(str.maketrans("abc", "日本語"))
str.maketrans("ab", "x")
str.maketrans(5)
str.maketrans("a")
str.maketrans({"ab": "c"})
str.maketrans({1.5: "c"})
str.maketrans("a", "b", 5)
str.maketrans(1, "b")
"abc".translate()
"abc".translate(5)
"abc".translate({97: 1.5})
"abc".translate({97: 0x110000})
"abc".translate("xyz" * 50)""".splitlines():
    try:
        print(source, "->", repr(eval(source)))
    except Exception as error:
        print(source, "->", type(error).__name__, error)
class Table:
    def __getitem__(self, key):
        if key == 98: raise LookupError
        if key == 99: return "<c>"
        return chr(key).upper()
for source in r""""abcd".translate(Table())
b"abc".translate(bytes.maketrans(b"a", b"z"), b"c"), b"abc".translate(None, b"b"), b"abc".translate(None, delete=b"a")
b"abc".translate(b"x")
bytes.maketrans(b"a", b"bc")""".splitlines():
    try:
        print(source, "->", repr(eval(source)))
    except Exception as error:
        print(source, "->", type(error).__name__, error)
