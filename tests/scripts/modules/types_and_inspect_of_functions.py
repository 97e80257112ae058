# area: modules
# prio: P1
# checks: the types module names the types of functions and generators
import types


def f(): pass
def g(): yield
async def c(): pass


print(isinstance(f, types.FunctionType), isinstance(len, types.BuiltinFunctionType), isinstance(g(), types.GeneratorType), isinstance([].append, types.BuiltinMethodType), isinstance(types, types.ModuleType), types.NoneType is type(None), isinstance(f.__code__, types.CodeType))
ns = types.SimpleNamespace(a=1, b="x")
ns.c = 3
print(ns, ns.a, ns == types.SimpleNamespace(a=1, b="x", c=3))
co = c()
print(isinstance(co, types.CoroutineType))
co.close()


class K:
    def m(self): pass


print(isinstance(K().m, types.MethodType), types.MethodType(f, 5).__self__)
