# area: types
# prio: P0
# checks: replace with counts and empty needles, translate with maketrans
print("aXbXc".replace("X", "--"), "aaaa".replace("aa", "b"), "abc".replace("", "."), "abc".replace("", ".", 2), "aaa".replace("a", "b", 2), "abc".replace("x", "y"), "".replace("", "x"))
t = str.maketrans("abc", "xyz", "d")
print("abcd abcd".translate(t), "hello".translate({ord("l"): "LL", 104: None, 101: 69}), str.maketrans({"a": "1", 98: None}))
