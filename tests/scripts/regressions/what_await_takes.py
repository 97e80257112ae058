# area: regressions
# prio: P0
# checks: plain generators are refused, those of __await__ and types.coroutine are not; values can be sent through
import types


@types.coroutine
def switch(x):
    got = yield x
    return got


class Aw:
    def __await__(self):
        got = yield "aw"
        return got


def plain():
    yield 1


async def outer():
    return (await switch("first"), await Aw(), await switch("last"))


async def bad():
    await plain()

c = outer()
print(c.send(None), c.send(10), c.send(20))
try:
    c.send(30)
except StopIteration as e:
    print(e.value)
try:
    bad().send(None)
except TypeError as e:
    print(e)
c = outer()
c.send(None)


async def second():
    await c

try:
    second().send(None)
except RuntimeError as e:
    print(e)
c.close()
