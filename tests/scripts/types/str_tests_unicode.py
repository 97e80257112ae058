# area: types
# prio: P1
# checks: isalpha, isdigit and the others on characters of all sorts
chars = ["a", "A", "1", "²", "½", "٣", "Ⅷ", "_", " ", "\u00a0", "\u2003", "é", "日", "ǅ", "\x00", "\u0301", "😀", "ª", "\u200b", "\x1c", "$", "ᾈ", "一", "⒈"]
names = ["isalpha", "isdigit", "isdecimal", "isnumeric", "isalnum", "isspace", "isupper", "islower", "istitle", "isidentifier", "isprintable", "isascii"]
for c in chars:
    print(ascii(c), *[name[2:] for name in names if getattr(c, name)()])
for text in ("", "Ab Cd", "aB", "AB1", "ab1", "1", "a b", "A", "Aa Bb1", "日本", "if", "1a", "a\n", "Ⅷa", "ABCǅ", "ǅ"):
    print(ascii(text), *[name[2:] for name in names if getattr(text, name)()])
for data in (b"", b"abc", b"123", b" \t\x0b", b"Ab Cd", b"\xe9", b"AB", b"a1"):
    print(data, *[name[2:] for name in names if hasattr(data, name) and getattr(data, name)()])
for source in r""""a".isalpha(1)
b"a".isdecimal()""".splitlines():
    try:
        print(source, "->", repr(eval(source)))
    except Exception as error:
        print(source, "->", type(error).__name__, error)
