# area: language
# prio: P0
# checks: the words of operators on wrong types
text, pair, five = "abc", (1,), 5
cases = [lambda: 1 + "a", lambda: "a" + 1, lambda: [] + (), lambda: {} - 1, lambda: None * 2, lambda: "a" - "b",
         lambda: -"a", lambda: ~1.5, lambda: 1 < "a", lambda: [] >= 1, lambda: 1 @ 2, lambda: 1 << 1.0, lambda: "a" * 1.5,
         lambda: len(five), lambda: five(), lambda: five[0], lambda: None.x, lambda: [1][text],
         lambda: text[1.0], lambda: pair["x"], lambda: 1 in "abc", lambda: 2 ** "x", lambda: b"a" + "b", lambda: "%d" % "x"]
for f in cases:
    try:
        f()
    except (TypeError, AttributeError) as e:
        print(type(e).__name__ + ":", e)
