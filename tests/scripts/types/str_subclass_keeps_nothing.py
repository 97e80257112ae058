# area: types
# prio: P1
# checks: a subclass of str: methods give plain text, special ones may be replaced
class S(str):
    def __repr__(self): return f"S({str.__repr__(self)})"
    def upper(self): return S("up")
class Named(str):
    def __new__(cls, value, name):
        self = super().__new__(cls, value)
        self.name = name
        return self
class Loud(str):
    def __str__(self): return "LOUD"
    def __format__(self, spec): return f"<{spec}>"
    def __len__(self): return 42
    def __contains__(self, x): return True
for source in r'''S("a"), S(), S("a") + "b", S("a") * 2, S("a").upper(), S("a").lower(), S("ab")[0], S("a").strip(), S("a").replace("x", "y")
type(S("a") + "b").__name__, type(S("a")[:]).__name__, type(str(S("a"))).__name__, type("".join([S("a")])).__name__, type(S("a").strip()).__name__
Named("x", "n").name, Named("x", "n") + "y", Named("x", name="k").name
Named("x")
str(Loud("a")), f"{Loud('a')}", f"{Loud('a'):>5}", f"{Loud('a')!s:>6}", len(Loud("a")), "z" in Loud("a"), "%s" % Loud("a"), "{}".format(Loud("a")), Loud("a") == "a", print(Loud("a"))
S(b"ab", "ascii"), S(5), S([1])
S("a") == "a", hash(S("a")) == hash("a"), {"a": 1}[S("a")], S("a") in {"a"}, S("b") > "a"
'''.splitlines():
    try:
        print(source, "->", repr(eval(source)))
    except Exception as error:
        print(source, "->", type(error).__name__, error)
