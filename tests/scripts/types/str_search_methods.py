# area: types
# prio: P0
# checks: find, index, count, startswith, endswith with bounds and tuples
s = "abracadabra"
print(s.find("bra"), s.rfind("bra"), s.find("bra", 2), s.find("zzz"), s.find(""), s.find("a", -1), s.find("a", 100), s.rfind(""))
print(s.index("cad"), s.rindex("a"), s.count("a"), s.count("abra"), s.count(""), s.count("a", 1, 5), "aaaa".count("aa"))
print(s.startswith("abr"), s.startswith("bra", 1), s.endswith(("x", "bra")), s.startswith(()), s.endswith("", 99), s.startswith("", 11))
print("ünïcödé".find("ö"), "a☃b☃".rindex("☃"), "x" in s, "dab" in s)
for f in (lambda: s.index("zzz"), lambda: s.rindex("q"), lambda: s.find(1), lambda: s.startswith(5), lambda: s.count()):
    try:
        f()
    except (ValueError, TypeError) as e:
        print(type(e).__name__, e)
