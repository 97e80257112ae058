# area: builtins
# prio: P0
# checks: iter of sequences and callables, next with default, exhausted iterators stay so
it = iter([1, 2])
print(next(it), next(it), next(it, "end"), next(it, None), list(it))
vals = [3, 2, 1, 0, 9]
print(list(iter(vals.pop, 2)), vals, iter(it) is it)
s = iter("ab")
print(next(s), list(s), [*iter({"k": 1})], list(iter(range(3))))
for f in (lambda: next(it), lambda: next([1]), lambda: iter(5), lambda: iter(5, 1), lambda: next()):
    try:
        f()
    except (StopIteration, TypeError) as e:
        print(type(e).__name__, e)
