# area: builtins
# prio: P1
# checks: iter, next, enumerate, zip, map, filter, reversed: wrong calls and behaviours
class Old:
    def __getitem__(self, i): return [1, 2][i]
class Len(Old):
    def __len__(self): return 2
for source in r'''list(iter(Old())), list(reversed(Len())), list(iter(iter([1, 2]).__next__, 2)), next(iter([]), "d"), list(enumerate("ab", 5)), list(enumerate([], start=10**20)), list(zip()), list(zip([1], "ab")), list(map(max, [1, 5], [3, 2])), list(filter(None, [0, 1, ""])), list(map(str, {1: 2}))
iter(5)
iter()
iter(5, 6)
iter(len, 0, 1)
next(5)
next()
next(iter([]))
next([1])
enumerate()
enumerate(5)
enumerate([], "a")
enumerate([], foo=1)
list(enumerate(iterable=[7], start=3))
zip(5)
zip([1], 5)
list(zip([1], [1, 2], strict=True))
list(zip([1, 2], [1], strict=True))
list(zip([1], [1], [], strict=True))
zip([1], foo=1)
map()
map(len)
list(map(5, [1]))
map(len, 5)
list(map(lambda a: a, [1], [2]))
filter(None)
filter(None, 5)
list(filter(5, [1]))
reversed()
reversed(5)
reversed({1})
reversed(Old())
list(reversed({"a": 1})), list(reversed(range(3))), list(reversed("ab")), list(reversed((1, 2))), reversed([]).__length_hint__()
reversed(iter([1]))
repr(enumerate([]))[:17], repr(zip())[:11], repr(map(len, []))[:11], repr(iter([]))[:20], repr(iter(""))[:17], repr(reversed([]))[:27], repr(filter(None, []))[:14], repr(iter({}))[:24], repr(iter(range(1)))[:22]
'''.splitlines():
    try:
        print(source, "->", repr(eval(source)))
    except Exception as error:
        print(source, "->", type(error).__name__, error)
