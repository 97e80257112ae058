# area: asyncio
# prio: P1
# checks: inspect and asyncio agree on what a coroutine is
import asyncio
import warnings
import functools
import inspect

warnings.simplefilter("ignore", DeprecationWarning)


async def coro():
    await asyncio.sleep(0)


async def agen():
    yield 1


def plain():
    pass


class C:
    async def method(self):
        pass


for f in (coro, agen, plain, C().method, functools.partial(coro), lambda: 1):
    print(inspect.iscoroutinefunction(f), inspect.isasyncgenfunction(f), asyncio.iscoroutinefunction(f))
c, g = coro(), agen()
print(asyncio.iscoroutine(c), inspect.iscoroutine(c), inspect.isawaitable(c), inspect.isasyncgen(g), inspect.isawaitable(g))
print(inspect.getcoroutinestate(c))
c.send(None)
print(inspect.getcoroutinestate(c), c.cr_suspended, c.cr_running)
c.close()
print(inspect.getcoroutinestate(c), c.cr_frame)
print(coro.__name__, c.__qualname__, asyncio.iscoroutine(plain))
