# area: types
# prio: P1
# checks: affixes are removed once, casefold compares without case

print("TestHook".removeprefix("Test"), "TestHook".removeprefix("test"), "aaa".removeprefix("a"), "aaa".removesuffix("aa"))
print("x".removeprefix("xy"), "abc".removesuffix(""), "abc".removesuffix("abc") == "", "file.tar.gz".removesuffix(".gz"))
print("Straße".casefold(), "STRASSE".casefold() == "straße".casefold(), "ΑΣ".lower(), "ﬁ".casefold(), "İ".lower() == "i̇")
print(sorted(["b", "A", "a", "B"]), sorted(["b", "A", "a", "B"], key=str.casefold), sorted("bAaB", key=str.lower, reverse=True))
print("ǆ".title(), "they're bill's".title(), "hello WORLD 3rd".capitalize(), "ß".upper(), "ŉ".upper(), "aB1".swapcase())


class Text(str):
    pass


t = Text("prefix-body")
print(type(t.removeprefix("prefix-")).__name__, type(t.removeprefix("none")).__name__, t.removeprefix(Text("pre")))
print(b"abc".removeprefix(b"a"), bytearray(b"abc").removesuffix(b"bc"), b"abc".removesuffix(b""))
for bad in [lambda: "a".removeprefix(), lambda: "a".removeprefix(1), lambda: "a".removesuffix(("a",)), lambda: b"a".removeprefix("a")]:
    try:
        bad()
    except TypeError as error:
        print(error)
