# area: types
# prio: P1
# checks: split and rsplit: blanks, separators, limits, errors
for source in r""""  a b  c ".split(), "  a b  c ".split(None, 1), " a b ".rsplit(None, 1), "".split(), "   ".split(), "   ".split(" ")
"a,b,,c".split(","), "a,b,,c".split(",", 1), "a,b,,c".rsplit(",", 1), "a,b,,c".split(",", 0), "a,b,,c".split(",", -5), "".split(",")
"abXYcdXYef".split("XY"), "aaaa".split("aa"), "a\u2003b\x1cc\x85d".split(), "a\xa0b".split()
"abc".split("")
"abc".rsplit("")
"abc".split(1)
"abc".split("b", "c")
"abc".split(maxsplit=1), "a b c".split(sep=None, maxsplit=1), "a-b-c".split(sep="-", maxsplit=1)
"abc".split("b", 1, 2)
"abc".split(x=1)
"a b".split(None, 1.5)
"日 本".split(), "日本語日".split("本"), "é,é".rsplit(",")""".splitlines():
    try:
        print(source, "->", repr(eval(source)))
    except Exception as error:
        print(source, "->", type(error).__name__, error)
