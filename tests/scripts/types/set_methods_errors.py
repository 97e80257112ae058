# area: types
# prio: P1
# checks: every set method with arguments it refuses, and its answers
s = {1, 2, 3}
for source in r'''s | {4}, s & {1}, s - {1}, s ^ {1, 9}, s <= {1, 2, 3}, s < s, s >= {1}, s == {3, 2, 1}, s == frozenset(s), s != 5, 1 in s
s.union([4], (5,)), s.intersection([1, 2], {2}), s.difference([1], [2]), s.symmetric_difference([3, 4]), s.issubset(range(9)), s.issuperset([1]), s.isdisjoint([7])
s | [4]
s & 5
s - "a"
s ^ None
s < 5
s.add([])
s.add()
s.remove(9)
s.remove([])
s.discard([])
s.discard(9)
s.union(5)
s.union([[]])
s.intersection(5)
s.intersection([[]])
s.issubset(5)
s.isdisjoint(None)
set().pop()
s.pop(1)
s.update(5)
s.update([[]])
set(5)
set(1, 2)
set(x=1)
{[]}
{1, {}}
hash(s)
{s: 1}
[] in s
{1} in {frozenset({1})}, s.remove({1, 2}) if False else None
s + s
s[0]
frozenset([1]).add(2)
set() == frozenset(), set(), frozenset(), {1}, frozenset({1}), set("a"), frozenset({"a"})
'''.splitlines():
    try:
        print(source, "->", repr(eval(source)))
    except Exception as error:
        print(source, "->", type(error).__name__, error)
