# area: types
# prio: P1
# checks: words and parts at the ends of texts of every kind
TEXTS = ["", " ", "a", " a ", "a b", "\ta\x1cb\x1d\x1e\x1fc\r\n\x0b\x0cd ", "a\x85b\xa0c", "é b\u2003c", "a,b,,c", ",", ",a,", "x" * 40 + " " + "y" * 40]
for text in TEXTS:
    print(ascii(text.split()), ascii(text.split(None, 1)), ascii(text.rsplit(None, 1)), ascii(text.rsplit()))
    print(ascii(text.split(",")), ascii(text.rsplit(",", 1)), ascii(text.rsplit(",", 2)), ascii(text.rsplit(",")))
    print(ascii(text.rsplit("b", 1)), ascii(text.rsplit("b,", 1)), ascii(text.partition(",")), ascii(text.rpartition("b")))
words = "one two".split()
again = "one two".split()
words.append(1)
print(words, again, "a b".split() is not "a b".split())
for bad in ("", 1):
    try:
        "a".rsplit(bad, 1)
    except (ValueError, TypeError) as error:
        print(error)
