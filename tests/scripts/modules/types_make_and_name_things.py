# area: modules
# prio: P1
# checks: SimpleNamespace, MappingProxyType, MethodType, new_class and the names of types

import types

n = types.SimpleNamespace(a=1, b="x")
n.c = [n.a]
print(n, n == types.SimpleNamespace(a=1, b="x", c=[1]), vars(n), types.SimpleNamespace())
del n.a
print(n)
d = {"k": 1}
p = types.MappingProxyType(d)
d["new"] = 2
print(p, p["new"], len(p), list(p), p | {"z": 0}, "k" in p, p.get("q", 5), p.copy() is d)
try:
    p["k"] = 5
except TypeError as error:
    print(error)


class C:
    pass


c = C()
c.say = types.MethodType(lambda self, x: (type(self).__name__, x), c)
print(c.say(3), c.say.__self__ is c)
K = types.new_class("K", (C,), {}, lambda body: body.update(x=5))
print(K.x, K.__mro__[1].__name__, types.resolve_bases((C,)), types.prepare_class("P")[0])
print([isinstance(v, t) for v, t in [(len, types.BuiltinFunctionType), (lambda: 0, types.FunctionType), (c.say, types.MethodType), (types, types.ModuleType), ((x for x in ""), types.GeneratorType), (None, types.NoneType), (int | str, types.UnionType), (list[int], types.GenericAlias)]])
m = types.ModuleType("made", "its doc")
m.value = 1
print(m.__name__, m.__doc__, m.value, m)
