# area: modules
# prio: P2
# checks: reprlib limits, recursive_repr, and pprint of wide and nested things

import pprint
import reprlib

print(reprlib.repr(list(range(100))), reprlib.repr("x" * 100), reprlib.repr({n: n for n in range(10)}), reprlib.repr((1, [2, [3, [4, [5, [6, [7, [8]]]]]]])), reprlib.repr(10**100))
r = reprlib.Repr()
r.maxlist, r.maxstring, r.maxdict = 2, 12, 1
print(r.repr([1, 2, 3]), r.repr("abcdefghijklmnop"), r.repr({"a": 1, "b": 2}), r.repr(set()), r.repr([[1, 2, 3]]))


class Tree:
    def __init__(self, *kids):
        self.kids = list(kids)

    @reprlib.recursive_repr("<again>")
    def __repr__(self):
        return f"Tree{self.kids}"


t = Tree(Tree())
t.kids.append(t)
print(t)
pprint.pprint({"name": "x" * 30, "list": list(range(30)), "nested": {"a": ["word" * 5] * 3}})
pprint.pprint([1, 2, 3]); pprint.pprint({"b": 1, "a": 2}); pprint.pprint({"b": 1, "a": 2}, sort_dicts=False)
pprint.pprint([["a" * 20, "b" * 20], ("c" * 20, "d" * 30)], width=40, indent=2)
pprint.pprint([1, [2, [3, [4]]]], depth=2)
pprint.pprint("a long text " * 10, width=50)
print(pprint.pformat({1: {2: {3: 4}}}, depth=1), pprint.pformat(()), pprint.pformat({}), pprint.pformat([None] * 3, compact=True), pprint.isreadable([1]), pprint.saferepr({"z": 1, "a": 2}))
loop = [1]
loop.append(loop)
print(pprint.isrecursive(loop), pprint.isreadable(loop), "Recursion on list" in pprint.pformat(loop))
pprint.pprint(list(range(40)), width=30, compact=True)
