# area: types
# prio: P1
# checks: |= &= -= ^= and their methods, with the same set and others
def do(source):
    s = {1, 2, 3}
    t = s
    try:
        exec(source)
        print(source, "->", sorted(t))
    except Exception as e:
        print(source, "->", type(e).__name__, e, sorted(t))
for source in ("s |= {4}", "s &= {1}", "s -= {1}", "s ^= {1, 9}", "s |= s", "s &= s", "s -= s", "s ^= s", "s |= [4]", "s &= 5", "s -= 'a'", "s ^= None",
               "s.update([4], (5,))", "s.intersection_update([1, 2], [2])", "s.difference_update([1], [2])", "s.symmetric_difference_update([3, 4])",
               "s.update()", "s.intersection_update()", "s.difference_update(s)", "s.symmetric_difference_update(s)", "s.symmetric_difference_update(5)",
               "s.difference_update(5)", "s.intersection_update([[]])", "s.clear()", "s.discard(1); s.remove(2)", "s.update({7: 8}, 'a' if 0 else ())", "s |= frozenset([9])"):
    do(source)
f = frozenset([1])
g = f
f |= {2}
print(sorted(f), sorted(g), type(f).__name__, type({1} | f).__name__, type(f | {1}).__name__, type(f & [1] if False else f).__name__)
class S(set): pass
print(type(S([1]) | {2}).__name__, type({2} | S([1])).__name__, type(S([1]).copy()).__name__, type(S([1]).union([2])).__name__, S([1]) == {1}, S([1]))
class F(frozenset):
    def __new__(cls, *a): return super().__new__(cls, a)
print(F(1, 2) == {1, 2}, hash(F(1)) == hash(frozenset([1])), type(F(1) - {1}).__name__, F(5))
