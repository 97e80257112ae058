# area: modules
# prio: P0
# checks: lru_cache and cache remember results, with sizes and statistics
import functools

calls = []


@functools.lru_cache(maxsize=2)
def f(x):
    calls.append(x)
    return x * 2


print(f(1), f(2), f(1), f(3), f(2), calls, f.cache_info())
f.cache_clear()
print(f.cache_info().hits, f.__name__)


@functools.cache
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


print(fib(90), fib.cache_info().currsize)


class C:
    @functools.cached_property
    def slow(self):
        print("computed")
        return 5


c = C()
print(c.slow, c.slow, vars(c))
