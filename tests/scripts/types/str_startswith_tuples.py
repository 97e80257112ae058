# area: types
# prio: P1
# checks: startswith and endswith with tuples and bounds
for source in r""""abc".startswith("a"), "abc".startswith(("x", "a")), "abc".startswith(()), "abc".startswith(""), "abc".startswith("b", 1), "abc".startswith("", 3), "abc".startswith("", 4), "abc".endswith("c"), "abc".endswith("b", 0, 2), "abc".endswith(("", "x")), "abc".endswith("abcd")
"abc".startswith(["a"])
"abc".startswith(1)
"abc".startswith(("a", 1)), "xbc".startswith(("a", "b"))
"xbc".startswith(("a", 1))
"abc".endswith(None)
"abc".endswith("c", 1.5)
"abc".startswith()
b"abc".startswith(b"a"), b"abc".endswith((b"x", b"c")), b"abc".startswith(b"b", 1, 2)
b"abc".startswith("a")
b"abc".endswith((b"x", "c"))""".splitlines():
    try:
        print(source, "->", repr(eval(source)))
    except Exception as error:
        print(source, "->", type(error).__name__, error)
