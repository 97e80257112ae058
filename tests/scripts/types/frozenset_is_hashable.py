# area: types
# prio: P0
# checks: frozensets as keys, mixed operators take the left type
f = frozenset([1, 2])
print(f == {1, 2}, hash(f) == hash(frozenset([2, 1])), {f: "x"}[frozenset((2, 1))], f in {f}, type(f | {3}).__name__, type({3} | f).__name__, sorted(f | {3}), frozenset(), repr(frozenset([1])), f.copy() is f, {1, 2} in [f])
try:
    f.add(1)
except AttributeError as e:
    print(e)
print(sorted(map(sorted, {frozenset("ab"), frozenset("ba"), frozenset("c")})), f < {1, 2, 3}, f.isdisjoint([3]))
