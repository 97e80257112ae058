# area: modules
# prio: P1
# checks: refs, proxies, WeakValueDictionary, WeakSet, finalize and callbacks

import weakref


class Node:
    def __init__(self, name):
        self.name = name

    def hello(self):
        return "hello " + self.name


a = Node("a")
r = weakref.ref(a, lambda ref: print("gone", ref() is None))
p = weakref.proxy(a)
print(r() is a, p.name, p.hello(), weakref.getweakrefcount(a), weakref.ref(a) == weakref.ref(a))
table, keys, group = weakref.WeakValueDictionary(), weakref.WeakKeyDictionary(), weakref.WeakSet()
b = Node("b")
table["a"], table["b"] = a, b
keys[a], keys[b] = 1, 2
group |= {a, b}
m = weakref.WeakMethod(a.hello)
f = weakref.finalize(a, print, "finalized", "a")
print(sorted(table), len(keys), len(group), m()(), f.alive)
del a
print(r(), sorted(table), len(keys), len(group), m(), f.alive)
try:
    p.name
except ReferenceError as error:
    print(error)
g = weakref.finalize(b, print, "b left")
print(g.detach() is not None, g.alive, table.get("a", "none"), b in group)
for bad in [lambda: weakref.ref(5), lambda: weakref.ref("x"), lambda: table["a"]]:
    try:
        bad()
    except (TypeError, KeyError) as error:
        print(type(error).__name__, error)
