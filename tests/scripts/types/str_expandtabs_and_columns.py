# area: types
# prio: P2
# checks: tabs move to the next column, counted from the last line end

for text in ["a\tb", "\t", "ab\tc\td", "abcdefgh\ti", "x\ny\tz", "\r\tq", "12345678\t", "\t\t.", "é\tü"]:
    print(repr(text), repr(text.expandtabs()), repr(text.expandtabs(4)), repr(text.expandtabs(1)), repr(text.expandtabs(0)))
print(repr("a\tb".expandtabs(tabsize=2)), repr("a\tb".expandtabs(-3)), repr("\ta".expandtabs(3)))
print(repr(b"ab\tc".expandtabs(4)), repr(bytearray(b"\t\n\tx").expandtabs(2)))
rows = [("name", "count"), ("apples", "3"), ("fig", "12")]
for row in rows:
    print("\t".join(row).expandtabs(10) + "|")
for bad in ["4", 2.0, None]:
    try:
        print("a\tb".expandtabs(bad))
    except TypeError as error:
        print(error)
