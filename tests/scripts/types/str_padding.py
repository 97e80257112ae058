# area: types
# prio: P1
# checks: center, ljust, rjust, zfill, expandtabs
for source in r""""ab".center(5), "ab".center(6, "*"), "abc".center(6, "*"), "abc".center(2), "a".ljust(3, "."), "a".rjust(3, "é"), "日".center(4, "本"), "".center(3)
"ab".center()
"ab".center("5")
"ab".center(5, "xy")
"ab".center(5, "")
"ab".ljust(5, 1)
"ab".rjust(5.0)
"42".zfill(5), "-42".zfill(5), "+4".zfill(4), "--4".zfill(5), "".zfill(2), "abc".zfill(2), "-".zfill(3)
"42".zfill("x")
"a\tb".expandtabs(), "a\tb\tc".expandtabs(4), "\t".expandtabs(1), "a\tb".expandtabs(0), "ab\ncd\te".expandtabs(4), "日\tb".expandtabs(4), "a\tb".expandtabs(-3), "a\rb\tc".expandtabs(4)
"a\t".expandtabs(tabsize=2)
"a".expandtabs("x")
"ab".center(10**30)
b"ab".center(5, b"*"), b"-1".zfill(4), bytearray(b"a\tb").expandtabs(2)
b"ab".center(5, "*")
b"ab".ljust(5, b"xy")""".splitlines():
    try:
        print(source, "->", repr(eval(source)))
    except Exception as error:
        print(source, "->", type(error).__name__, error)
