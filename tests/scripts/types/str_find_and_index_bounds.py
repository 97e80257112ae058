# area: types
# prio: P1
# checks: find, rfind, index, rindex, count with bounds of every sign
for source in r""""abcabc".find("c"), "abcabc".find("c", 3), "abcabc".find("c", -2), "abcabc".find("z"), "abcabc".find("", 6), "abcabc".find("", 7)
"abcabc".rfind("a"), "abcabc".rfind("a", 0, 3), "abcabc".rfind(""), "abcabc".rfind("", 0, 2), "".find(""), "".rfind("")
"abcabc".index("bc", 2), "abcabc".rindex("bc", -10, 4), "abcabc".index("a", None, None)
"abc".index("z")
"abc".rindex("z", 1)
"aaaa".count("aa"), "aaaa".count(""), "aaaa".count("a", 1, -1), "aaaa".count("", 4), "aaaa".count("", 5), "éaéa".count("é"), "日本日".find("日", 1)
"abc".find(1)
"abc".find("a", "x")
"abc".find()
"abc".find("a", 1, 2, 3)
"abc".count(None)
"abc".find("a", 10**30), "abc".find("", -10**30), "abc".index("c", 0, 10**30)
"abc".find(sub="a")""".splitlines():
    try:
        print(source, "->", repr(eval(source)))
    except Exception as error:
        print(source, "->", type(error).__name__, error)
