# area: types
# prio: P1
# checks: replace with limits and empty texts, removeprefix, removesuffix
for source in r""""aaaa".replace("a", "b", 2), "abc".replace("", "-"), "abc".replace("", "-", 2), "abc".replace("b", ""), "".replace("", "x"), "".replace("a", "x"), "aaa".replace("aa", "b")
"abc".replace("b", "日"), "日本".replace("本", "b"), "abab".replace("ab", "ab", 1), "abc".replace("a", "b", -1), "abc".replace("a", "b", 0)
"abc".replace("a")
"abc".replace("a", "b", "c")
"abc".replace(1, "b")
"abc".replace("a", None)
"abc".replace("a", "b", count=1)
"prefix-x".removeprefix("prefix-"), "abc".removeprefix("x"), "abc".removeprefix(""), "aab".removesuffix("ab"), "ab".removesuffix("ab")
"abc".removeprefix()
"abc".removeprefix(1)
"abc".removesuffix("a", "b")
"abc".removesuffix(("c",))""".splitlines():
    try:
        print(source, "->", repr(eval(source)))
    except Exception as error:
        print(source, "->", type(error).__name__, error)
