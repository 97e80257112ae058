# area: types
# prio: P1
# checks: + * % in and comparisons of text with other kinds
for source in r'''"a" + "b", "a" * 3, 3 * "a", "a" * 0, "a" * -1, "a" * True, "a" in "abc", "" in "", "x" not in "abc"
"a" + 1
1 + "a"
"a" + b"b"
"a" + None
"a" * "b"
"a" * 1.5
"a" - "b"
"a" / 2
-"a"
1 in "abc"
None in "abc"
"a" < 1
"a" >= None
"a" == 1, "a" != b"a", "a" == "a", "Z" < "a", "a" < "aa", "é" > "z", "" < "a", "日" > "😀"
"a" * 10**30
"a"()
"ab".x
("a" "b") "c"
'''.splitlines():
    try:
        print(source, "->", repr(eval(source)))
    except Exception as error:
        print(source, "->", type(error).__name__, error)
