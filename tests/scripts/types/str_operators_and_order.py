# area: types
# prio: P0
# checks: concatenation, repetition, comparison by code point, hashing of equal texts
print("a" + "b", "ab" * 3, 3 * "ab", "x" * 0, "x" * -1, "a" < "b" < "ba", "Z" < "a", "é" > "z", "" < "a", "abc" == "ab" + "c", "10" < "9")
print(hash("abc") == hash("ab" + "c"), {"a" + "b": 1}["ab"], min("hello"), max("hello"), sorted("bca"), "".join(reversed("abc")), "😀" > "☃")
for f in (lambda: "a" + None, lambda: "a" * "b", lambda: "a" < None, lambda: "a" - "a"):
    try:
        f()
    except TypeError as e:
        print(e)
