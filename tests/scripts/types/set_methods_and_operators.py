# area: types
# prio: P0
# checks: union, intersection, difference, symmetric difference, comparisons, updates
a, b = {1, 2, 3}, {2, 3, 4}
print(sorted(a | b), sorted(a & b), sorted(a - b), sorted(a ^ b), a <= b, {2} < a, a >= {1}, a == {3, 2, 1}, a != b, a.isdisjoint({9}), {1}.issubset(a), a.issuperset([1]))
print(sorted(a.union([7], (8,))), sorted(a.intersection([1, 2], {2})), sorted(a.difference([1])), sorted(a.symmetric_difference([1, 9])))
a.add(5)
a.discard(99)
a.remove(1)
a.update([6], {7})
a -= {7}
a &= {2, 3, 5, 6}
a ^= {6, 8}
a |= {9}
print(sorted(a), len(a), 8 in a, sorted(a.copy()), set(), {1, 1.0, True}, len(set("hello")))
for f in (lambda: a.remove(99), lambda: set().pop(), lambda: a | [1], lambda: a < 5, lambda: set(5), lambda: a.add([]) if False else a[0]):
    try:
        f()
    except (KeyError, TypeError) as e:
        print(type(e).__name__, e)
