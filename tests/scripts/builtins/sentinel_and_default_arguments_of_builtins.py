# area: builtins
# prio: P0
# checks: keyword arguments of builtin functions and types
print(sorted([1, 3, 2], reverse=True), sum([1, 2], start=5), max([], default=0), int("11", base=2), round(1.234, ndigits=2), list(enumerate(iterable="a", start=1)), "a b c".split(maxsplit=1), "a,b".split(sep=","), dict(self=1), [3, 1].sort(reverse=True), str(object=5), "x".encode(encoding="utf-8"), str(b"a", encoding="ascii", errors="strict"), "a\nb".splitlines(keepends=True), print(end=""), "a".expandtabs(tabsize=4))
for f in (lambda: int(x="5"), lambda: int("5", bas=2), lambda: sorted(iterable=[1]), lambda: list(iterable=[])):
    try:
        print(f())
    except TypeError as e:
        print(type(e).__name__)
