# area: modules
# prio: P1
# checks: lru_cache, cached_property, partial, partialmethod, singledispatch, reduce, cmp_to_key

import functools
import operator

calls = []


@functools.lru_cache(maxsize=2)
def square(n):
    calls.append(n)
    return n * n


print([square(n) for n in [1, 2, 1, 3, 2, 2]], calls, square.cache_info(), square.cache_parameters())
square.cache_clear()
print(square.cache_info(), square.__wrapped__(5))


@functools.cache
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


class Thing:
    @functools.cached_property
    def slow(self):
        calls.append("slow")
        return 42

    def scale(self, factor, extra=0):
        return factor * 10 + extra

    double = functools.partialmethod(scale, 2)
    more = functools.partialmethod(scale, extra=7)


t = Thing()
print(fib(90), t.slow, t.slow, calls.count("slow"), t.__dict__, t.double(), t.more(3), t.double(extra=1))
base2 = functools.partial(int, base=2)
print(base2("1010"), base2.func, base2.args, base2.keywords, functools.partial(base2, "11")(), functools.partial(print, "a", sep="-")("b"))
print(functools.reduce(operator.mul, range(1, 6)), functools.reduce(lambda a, b: a + b, [], "start"), functools.reduce(max, [5]))


@functools.singledispatch
def show(value):
    return f"object {value}"


@show.register
def _(value: int):
    return f"int {value}"


@show.register(list)
def _(value):
    return [show(v) for v in value]


print(show(1), show("s"), show([1, "x", True]), show.dispatch(bool) is show.dispatch(int))
print(sorted(["bb", "a", "ccc"], key=functools.cmp_to_key(lambda a, b: len(b) - len(a))))
try:
    functools.reduce(operator.add, [])
except TypeError as error:
    print(error)
