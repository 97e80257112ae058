# area: language
# prio: P1
# checks: what async for and async with say of objects that cannot be awaited
def run(coro):
    try:
        while True:
            coro.send(None)
    except StopIteration as e:
        print('done', e.value)
    except Exception as e:
        print(type(e).__name__, e, repr(e.__cause__))


class CM:
    def __init__(self, enter, leave):
        self.enter, self.leave = enter, leave

    def __aenter__(self):
        return self.enter

    def __aexit__(self, *exc):
        return self.leave


async def nothing():
    return None


async def use(cm, fails=False):
    async with cm:
        if fails:
            1 / 0


run(use(CM(1, 2)))
run(use(CM(nothing(), 2)))
run(use(CM(nothing(), 2), True))


class It:
    def __init__(self, item):
        self.item = item

    def __aiter__(self):
        return self

    def __anext__(self):
        return self.item


class Bad:
    def __await__(self):
        1 / 0


async def loop(it):
    async for x in it:
        pass


run(loop(It(5)))
run(loop(It(Bad())))
run(loop(5))
coro = nothing()
run(coro)
try:
    coro.throw(ValueError)
except RuntimeError as e:
    print(e)
