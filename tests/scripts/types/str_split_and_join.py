# area: types
# prio: P0
# checks: split, rsplit, splitlines, partition, join and their errors
print("a b  c ".split(), "a b  c ".split(" "), "".split(), "".split(","), "a,b,c".split(",", 1), "a,b,c".rsplit(",", 1))
print("  x  y ".split(None, 1), " x y z ".rsplit(None, 1), "a--b--c".split("--"), "abc".split("abc"))
print("a\nb\r\nc\rd".splitlines(), "a\n\nb\n".splitlines(True), "".splitlines(), "k=v=w".partition("="), "k=v=w".rpartition("="), "none".partition("="))
print("-".join(["a", "b", "c"]), "".join([]), ", ".join("xyz"), "+".join(str(i) for i in range(4)))
for f in (lambda: ",".join(["a", 1]), lambda: ",".join(5), lambda: "a".split(""), lambda: "a".partition(""), lambda: "a".split(1)):
    try:
        f()
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)
