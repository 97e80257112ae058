# area: types
# prio: P1
# checks: keys, items, values: set operators, comparisons, reversed, their text
d = {"a": 1, "b": 2, "c": 3}
k, i, v = d.keys(), d.items(), d.values()
print(k, i, v, len(k), "a" in k, ("a", 1) in i, ("a", 2) in i, 3 in v, "a" in i, ("a",) in i)
print(sorted(k & {"a", "z"}), sorted(k | ["z"]), sorted(k - {"a"}), sorted(k ^ {"a", "q"}), sorted({"a"} & k), sorted(["z"] | k), sorted(i & {("a", 1)}), sorted(k & "abz"))
print(k == {"a", "b", "c"}, k >= {"a"}, k < {"a"}, {"a"} <= k, k.isdisjoint("xyz"), i == d.items(), v == d.values(), v == v, k == ["a", "b", "c"], k != 5)
print(list(reversed(k)), list(reversed(i)), list(reversed(v)), list(reversed(d)), k.mapping, type(k.mapping).__name__)
d["d"] = 4
print(k, len(i), list(v), k.mapping["d"])
for source in r'''k & 5
k | None
k - 1
k < 5
k[0]
hash(k)
{1: []}.items() & [1]
{1: []}.items() | [2]
len({1: []}.items() & {1: 2}.items())
k.isdisjoint(5)
v & {1}
v.isdisjoint([1])
type(k)()
k.add("x")
repr({}.keys()), repr({}.values()), repr({}.items()), bool({}.keys())
type(k & k).__name__, type({"a"} & k).__name__, type(frozenset("a") | k).__name__, type(k | frozenset("a")).__name__
'''.splitlines():
    try:
        print(source, "->", repr(eval(source)))
    except Exception as error:
        print(source, "->", type(error).__name__, error)
