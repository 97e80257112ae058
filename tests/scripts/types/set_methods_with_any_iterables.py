# area: types
# prio: P1
# checks: methods take any iterable, operators take sets only

s = {1, 2, 3}
print(sorted(s.union([3, 4], (5,), "a" * 0)), sorted(s.intersection(range(2, 9))), sorted(s.difference([1], {2})), sorted(s.symmetric_difference([3, 3, 4])))
print(s.issubset(range(10)), s.issuperset([1]), s.isdisjoint("abc"), s <= {1, 2, 3}, s < {1, 2, 3}, s > {1}, s >= set(), s != {1})
s.add(4); s.add(4); s.discard(99); s.remove(1); s.update([7], (8,))
print(sorted(s), len(s), 7 in s, s.copy() == s, s.copy() is s)
s.intersection_update([2, 3, 7], [7, 2]); print(sorted(s))
s.difference_update([2]); print(s, s.pop(), s)
s.symmetric_difference_update("a"); print(s, s.clear(), s)
f = frozenset([1, 2])
print(f | {3}, type({3} | f).__name__, type(f & {1}).__name__, f == {1, 2}, hash(f) == hash(frozenset([2, 1])), {f: "key"}[frozenset((2, 1))], f.copy() is f, frozenset(f) is f)
print({1, 1.0, True}, {0, False}, len({float("nan"), float("nan")}), set("hello") == set("olleh"), {frozenset([1]), frozenset([1])})
print({1} in [{1}], {1, 2} - {2}, {1} ^ {1}, set(), frozenset(), {*()}, repr({(1, 2)}), {1} in {frozenset([1])})
print(sorted([{1, 2}, {1}, set()], key=len), {1} < {2}, {1} > {2}, {1} == frozenset([1]))
for bad in [lambda: {1} | [2], lambda: {1} <= [1], lambda: {[]}, lambda: {1}.remove(2), lambda: set().pop(), lambda: f.add, lambda: set(5), lambda: {1} + {2}, lambda: hash(set()), lambda: {1}.update(3)]:
    try:
        bad()
    except (TypeError, KeyError, AttributeError) as error:
        print(type(error).__name__, error)
