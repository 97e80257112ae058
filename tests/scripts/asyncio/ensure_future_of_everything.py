# area: asyncio
# prio: P1
# checks: ensure_future: futures, tasks, coroutines, awaitables, others
import asyncio
class Aw:
    def __await__(self):
        yield from asyncio.sleep(0).__await__()
        return "awaited"


async def value():
    return "coro"


async def main():
    loop = asyncio.get_running_loop()
    f = loop.create_future()
    t = asyncio.ensure_future(value())
    print(asyncio.ensure_future(f) is f, asyncio.ensure_future(t) is t, await t)
    print(await asyncio.ensure_future(Aw()), type(asyncio.ensure_future(Aw())).__name__)
    for other in (3, "x", [], value):
        try:
            asyncio.ensure_future(other)
        except TypeError as e:
            print(e)
    other = asyncio.new_event_loop()
    try:
        asyncio.ensure_future(f, loop=other)
    except ValueError as e:
        print(e)
    other.close()
    print(asyncio.isfuture(f), asyncio.isfuture(t), asyncio.isfuture(3), asyncio.iscoroutine(value))
    await asyncio.sleep(0.01)
    f.cancel()


asyncio.run(main())
