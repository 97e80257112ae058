# area: types
# prio: P1
# checks: text as keys, sorted text, comparisons by code point
d = {"a": 1, "A": 2, "": 3, "é": 4}
print(d["a"], d["" ], d.get("e"), list(d))
print(sorted(["b", "A", "a", "é", "", "Z", "日", "😀", "1", "_", "aa", "B"]), max("hello"), min("hello"), sorted("hello"), list(reversed("añb")))
class S(str):
    def __eq__(self, other): return "S" + str.__str__(other) == str.__str__(self)
    __hash__ = str.__hash__
print(S("Sa") == "a", "a" == S("Sa"), S("x") in ["x"], {S("q"): 1}.get("q"))
print(hash("a") == hash("a"), hash("ab") == hash("a" + "b"), {"x": 1} == {"x": 1.0})
print(sorted(["a10", "a9", "a1"], key=lambda s: (s[0], int(s[1:]))), sorted(["b", "a"], reverse=True), "".join(sorted("zebra")))
for source in r"""min("")
max([], default="none"), sorted("ba", key=str.upper), sorted([("b", 1), ("a", 2)])
sorted(["a", 1])""".splitlines():
    try:
        print(source, "->", repr(eval(source)))
    except Exception as error:
        print(source, "->", type(error).__name__, error)
