# area: language
# prio: P0
# checks: f-strings with expressions, !r !s !a, nested quotes, = and braces
name = "Ann"
n = 3
print(f"{name} has {n + 1} {'cats' if n else 'cat'}")
print(f"{name!r} {name!s} {'ü'!a} {{}} {{{n}}}")
print(f"{n=} {n + 1 = } {name=!s} {n=:>5}")
print(f"{ {'a': 1}['a'] } {[i for i in range(n)]} {(lambda x: x * 2)(n)}")
print(f"a{n}" "b{n}" f"c{n}", f"", f"{'':>3}|")
print(f"""{name}
{n}""")
print(rf"\n{n}\t", f"\t{n}\x41")
