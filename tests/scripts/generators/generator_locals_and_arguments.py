# area: generators
# prio: P0
# checks: arguments are bound at the call, globals read at run time, each call is its own
def g(a, *args, k=1, **kw):
    yield a, args, k, kw
    a += 1
    yield a


x = g(1, 2, k=3, z=4)
y = g(10)
print(next(x), next(y), next(x), next(y))
try:
    g()
except TypeError as e:
    print(e)
factor = 2
h = (factor * i for i in range(2))
factor = 10
print(list(h))
gens = [(lambda n: (n + i for i in range(2)))(k) for k in (10, 20)]
print([list(t) for t in gens])
