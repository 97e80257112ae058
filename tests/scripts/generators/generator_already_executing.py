# area: generators
# prio: P0
# checks: a generator cannot resume itself
def g():
    try:
        next(it)
    except ValueError as e:
        yield str(e)


it = g()
print(next(it))


def h():
    yield from me


me = h()
try:
    next(me)
except ValueError as e:
    print(e)
