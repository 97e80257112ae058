# area: builtins
# prio: P0
# checks: print with sep, end, file, flush and no arguments
import sys

print()
print(1, "a", None, [1], sep="-")
print("x", end="|")
print("y", "z", sep="", end="\n\n")
print("to stdout", file=sys.stdout, flush=True)
print("a", "b", sep="\n")
print(*[1, 2, 3], sep=", ", end=".\n")
print("none means default", sep=None, end=None)
for kw in ({"sep": 1}, {"end": 2}, {"bogus": 3}):
    try:
        print("x", **kw)
    except TypeError as e:
        print(e)
class W:
    def write(self, s):
        out.append(s)
out = []
print("p", 1, file=W())
print(out)
