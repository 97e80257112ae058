# area: types
# prio: P1
# checks: dict() of mappings, pairs, keywords, and what it refuses
class Keys:
    def keys(self): return ["a", "b"]
    def __getitem__(self, k): return k * 2
class BadKeys:
    def keys(self): return 5
class NoItems:
    def keys(self): return ["a"]
for source in r'''dict(), dict(a=1), dict([("a", 1)]), dict({"a": 1}, b=2), dict([["a", 1], "xy"]), dict(Keys()), dict(zip("ab", [1, 2])), dict({1: 2}.items()), {**Keys()}, {**{}, "z": 1}
dict(5)
dict([5])
dict([(1,)])
dict([(1, 2, 3)])
dict(["abc"])
dict("ab")
dict([([], 1)])
dict(None)
dict(1, 2)
dict(BadKeys())
dict(NoItems())
dict({1: 2}, **{1: 2})
{**5}
{**[1]}
{**None}
{[]: 1}
{{}: 1}
dict.fromkeys("ab"), dict.fromkeys([1, 1], []), dict.fromkeys({}, 1), {}.fromkeys("a", 0)
dict.fromkeys()
dict.fromkeys(5)
dict.fromkeys([[]])
'''.splitlines():
    try:
        print(source, "->", repr(eval(source)))
    except Exception as error:
        print(source, "->", type(error).__name__, error)
