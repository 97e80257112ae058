# area: types
# prio: P0
# checks: type() of everything, its repr, constructors without arguments, callable types
for v in (1, 1.5, True, None, "", b"", [], (), {}, set(), frozenset(), range(1), slice(1), print, len, lambda: 0, type, object(), ValueError(), (x for x in ()), iter([]), zip(), map(str, []), enumerate([])):
    print(type(v).__name__, end=" ")
print()
print(int(), float(), str() == "", list(), tuple(), dict(), set(), bool(), bytes(), type(3), type("x"), type(type), int, [str, dict], ValueError)
print(type(1) is int, type(int) is type, isinstance(int, type), int == int, {int: "i"}[int], str(int), type(1)("42"))
