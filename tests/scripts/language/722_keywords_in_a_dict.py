# area: language
# prio: P1
# checks: f(*args, **kwargs): the callee's dict is its own, whoever built the one that was given
def f(a, b=2, *args, k=3, **kw):
    kw['new'] = a
    return a, b, args, k, kw


given = {'z': 1}
print(f(*(1, 2, 3), **given), given)
print(f(*[1], z=1), f(1, **given, y=2), f(*(), a=1, k=5, z=7), given)
kept = []


def keeps(*args, **kw):
    kept.append(kw)
    return kw


def passes(*args, **kw):
    inner = keeps(*args, **kw)
    return inner is kw, inner == kw


print(passes(1, x=2), passes(), keeps(**given) is given, kept)
many = {f'n{i}': i for i in range(12)}
print(keeps(*(1,), **many) == many, sum(keeps(**many).values()))


def exact(a, /, b, *, c):
    return a, b, c


def outer():
    cell = 5

    async def later(a, **kw):
        return a + cell, kw

    def rows(*args, **kw):
        yield from (args, kw, cell)

    waiting = later(*(1,), q=2)
    try:
        waiting.send(None)
    except StopIteration as stop:
        print(stop.value)
    first = rows(*(1,), q=2)
    print(next(first))


outer()
print(exact(*(1,), b=2, c=3))
for call in (lambda: exact(*(1,), c=3), lambda: exact(*(1,), a=1, b=2, c=3), lambda: exact(*(1, 2), b=2, c=3),
             lambda: f(*(), z=1), lambda: f(*(1,), a=1, z=1), lambda: f(**{1: 2}), lambda: keeps(**3),
             lambda: f(*(1, 2), b=1, **given)):
    try:
        print(call())
    except TypeError as error:
        print(error)


def whole(a, *, __name__, **others):
    return a, __name__, len(others) > 5


print(whole(*(1,), **globals()))
