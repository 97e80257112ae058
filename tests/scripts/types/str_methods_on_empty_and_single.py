# area: types
# prio: P1
# checks: string methods on the empty string and on one character

methods = ["upper", "lower", "title", "swapcase", "capitalize", "casefold", "strip", "split", "splitlines",
           "isalpha", "isdigit", "isspace", "isupper", "islower", "istitle", "isidentifier", "isprintable", "isascii"]
for name in methods:
    print(name, [getattr(text, name)() for text in ["", "a", "Z", " ", "7", "\n", "é", "ß"]])
e = ""
print(e.join(["x", "y"]), e.count(""), "abc".count(""), e.find(""), e.rfind(""), "abc".rfind(""), "abc".find("", 4))
print(e.partition("x"), e.rpartition("x"), e.replace("", "-"), "ab".replace("", "-", 2), e.center(3, "*"), e.zfill(3))
print(e.startswith(""), e.endswith(""), e.startswith("", 1), "a".startswith("", 1), "a".startswith("", 2))
print(e.split(","), e.split(), e.rsplit(None, 1), e.expandtabs(), e.encode(), e.removeprefix(""), e * 5 == e)
print(e in e, "a" in e, e < "a", min("b", ""), max("", "b"), bool(e), list(e), tuple("a"), e[:5], e[::-1])
for action in [lambda: e[0], lambda: e.index("a"), lambda: e.split(""), lambda: e.partition(""), lambda: e.center(3, ""), lambda: e + 1]:
    try:
        action()
    except (IndexError, ValueError, TypeError) as error:
        print(type(error).__name__, error)
