# area: types
# prio: P0
# checks: iteration, ord, chr and length count characters, not bytes
s = "né☃😀"
print([c for c in s], len(s), list(map(ord, s)), [len(c.encode()) for c in s], "".join(chr(ord(c) + 1) for c in "HAL"), list(enumerate("ab", 1)))
print(list(zip(s, s[1:])), s.index("😀"), s[1:3], s[::-1], {c: s.count(c) for c in "aab"}, tuple("xy"), sorted(set("banana")))
for f in (lambda: ord("ab"), lambda: ord(""), lambda: chr(-1), lambda: chr(0x110000), lambda: ord(5)):
    try:
        f()
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)
