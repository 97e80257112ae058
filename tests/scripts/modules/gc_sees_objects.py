# area: modules
# prio: P2
# checks: gc.get_objects, get_referents, get_referrers, is_finalized and set_debug
import gc


class Node:
    pass


class Holder:
    pass


class Slotted:
    __slots__ = ('a', 'b')


def count(kind):
    return sum(type(each) is kind for each in gc.get_objects())


nodes = [Node() for _ in range(5)]
print(count(Node), any(each is nodes for each in gc.get_objects()), any(each is Node for each in gc.get_objects()))
nodes[0].other = nodes[1]
nodes[1].other = nodes[0]
del nodes[:2]
gc.collect()
print(count(Node), gc.get_objects(0) is not None)
for generation in (3, -2, 'x'):
    try:
        gc.get_objects(generation=generation)
    except (ValueError, TypeError) as error:
        print(type(error).__name__, error)

print(gc.get_referents([1, 'a', nodes]) == [nodes, 'a', 1], sorted(map(str, gc.get_referents({1: 'x'}))))
print(gc.get_referents((1,), [2]), gc.get_referents(), gc.get_referents(5, 'text'))
slotted = Slotted()
slotted.a = nodes
print(any(each is nodes for each in gc.get_referents(slotted)), any(each is Slotted for each in gc.get_referents(slotted)))
print(any(each is gc for each in gc.get_referents(globals())))

target = Node()
box, pair, deep = [target], (target, 1), [[target]]
table = {'t': target}
found = gc.get_referrers(target)
print([any(each is wanted for each in found) for wanted in (box, pair, table, deep, deep[0], globals())])
print(gc.get_referrers(Holder()), gc.get_referrers())


class Dies:
    def __del__(self):
        kept.append(self)


kept = []
dies = Dies()
print(gc.is_finalized(dies), gc.is_finalized(3))
del dies
print(gc.is_finalized(kept[0]), gc.get_debug(), gc.set_debug(0))
for each in gc.get_objects():
    if isinstance(each, (list, tuple)):
        len(each), each[:1], each == each
