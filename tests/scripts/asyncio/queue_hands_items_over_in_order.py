# area: asyncio
# prio: P0
# checks: Queue: put, get, sizes, nowait errors
import asyncio


async def main():
    q = asyncio.Queue(maxsize=2)

    async def producer():
        for i in range(5):
            await q.put(i)
            print("put", i, q.qsize())
        await q.put(None)

    async def consumer():
        while (x := await q.get()) is not None:
            print("got", x)

    await asyncio.gather(producer(), consumer())
    print(q.empty(), q.full(), q.maxsize)
    q.put_nowait("a")
    q.put_nowait("b")
    try:
        q.put_nowait("c")
    except asyncio.QueueFull as e:
        print(repr(e), q.full())
    print(q.get_nowait(), q.get_nowait())
    try:
        q.get_nowait()
    except asyncio.QueueEmpty as e:
        print(repr(e))


asyncio.run(main())
