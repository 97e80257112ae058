# area: modules
# prio: P1
# checks: signature text, parameters, binding, and what kind of object something is

import inspect


def f(a, b: int = 2, /, c=3, *args: str, d, e=5, **kw) -> bool:
    """The doc.

        indented
    """


class C:
    def method(self, x): ...

    @classmethod
    def make(cls, y=1): ...

    @staticmethod
    def plain(z): ...

    def __init__(self, n, *, flag=False): ...


sig = inspect.signature(f)
print(sig, sig.return_annotation, list(sig.parameters))
for p in sig.parameters.values():
    print(p.name, p.kind, p.default is p.empty, p.annotation is p.empty, p)
bound = sig.bind(1, 2, 3, 4, d=0, z=9)
print(bound.arguments, bound.args, bound.kwargs)
bound = sig.bind_partial(1)
bound.apply_defaults()
print(bound.arguments)
print(inspect.signature(C), inspect.signature(C.make), inspect.signature(C.plain), inspect.signature(C(1).method), inspect.signature(lambda *, k: k))
for args, kw in [((), {}), ((1, 2, 3), {}), ((1,), {"a": 1, "d": 2})]:
    try:
        sig.bind(*args, **kw)
        print("bound")
    except TypeError as error:
        print(error)


def gen():
    yield


async def co(): ...


async def agen():
    yield


print(inspect.isfunction(f), inspect.isclass(C), inspect.ismethod(C(1).method), inspect.ismethod(C.method), inspect.isbuiltin(len), inspect.ismodule(inspect))
print(inspect.isgeneratorfunction(gen), inspect.iscoroutinefunction(co), inspect.isasyncgenfunction(agen), inspect.isgenerator(gen()), inspect.isroutine(len))
print(repr(inspect.getdoc(f)), inspect.getgeneratorstate(gen()), inspect.getmro(bool), [n for n, v in inspect.getmembers(C, inspect.isfunction)])
print(sig.replace(return_annotation=int), inspect.cleandoc("  a\n    b\n  "), inspect.unwrap(f) is f)
