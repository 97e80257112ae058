# area: modules
# prio: P1
# checks: __copy__, __deepcopy__, memo, cycles and what is not copied

import copy


class Node:
    def __init__(self, value, *children):
        self.value, self.children, self.parent = value, list(children), None
        for child in children:
            child.parent = self


root = Node("root", Node("leaf"), Node("other"))
twin = copy.deepcopy(root)
print(twin is root, twin.children[0] is root.children[0], twin.children[0].parent is twin, twin.children[1].value)
shallow = copy.copy(root)
print(shallow is root, shallow.children is root.children, type(shallow).__name__)


class Hooked:
    def __copy__(self):
        return "copied"

    def __deepcopy__(self, memo):
        return ["deep", isinstance(memo, dict)]


print(copy.copy(Hooked()), copy.deepcopy(Hooked()), copy.deepcopy([Hooked()]))
shared = [1]
pair = copy.deepcopy([shared, shared, (shared,)])
print(pair, pair[0] is pair[1], pair[2][0] is pair[0], pair[0] is shared)
loop = [1]
loop.append(loop)
again = copy.deepcopy(loop)
print(again, again[1] is again, again is loop)
t = (1, "a", (2,))
print(copy.copy(t) is t, copy.deepcopy(t) is t, copy.deepcopy((1, [])) , copy.copy(len) is len, copy.deepcopy(Node) is Node)
d = {"k": {1, 2}, "l": [frozenset([3])], "b": bytearray(b"x")}
e = copy.deepcopy(d)
print(e == d, e["k"] is d["k"], e["l"][0] is d["l"][0], copy.copy({1: [2]}), copy.copy([1, [2]]), e["b"] is d["b"])


class Slots:
    __slots__ = ("a", "b")


s = Slots()
s.a = [1]
c, deep = copy.copy(s), copy.deepcopy(s)
print(c.a is s.a, deep.a is s.a, deep.a, hasattr(c, "b"))
try:
    copy.deepcopy(x for x in "a")
except TypeError as error:
    print(error)
