# area: generators
# prio: P0
# checks: StopIteration leaving a generator body becomes RuntimeError
def g():
    yield 1
    next(iter([]))
    yield 2


it = g()
print(next(it))
try:
    next(it)
except RuntimeError as e:
    print(e, repr(e.__cause__))


def raises():
    raise StopIteration("x")
    yield


try:
    list(raises())
except RuntimeError as e:
    print(e)
print(list(x for x in [1, 2]), next((x for x in ()), "none"))
