# area: asyncio
# prio: P1
# checks: a cancelled getter or putter passes its turn on
import asyncio
async def main():
    q = asyncio.Queue(1)
    getters = [asyncio.create_task(q.get()) for _ in range(3)]
    await asyncio.sleep(0)
    q.put_nowait("a")
    getters[0].cancel()
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    print([g.done() and (g.cancelled() or g.result()) for g in getters])
    q.put_nowait("b")
    print(await getters[2], q.qsize())
    q.put_nowait("full")
    putters = [asyncio.create_task(q.put(n)) for n in range(3)]
    await asyncio.sleep(0)
    print(q.get_nowait())
    putters[0].cancel()
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    print(q.qsize(), [p.done() for p in putters])
    print(await q.get(), await q.get(), q.empty())
    print(await asyncio.gather(*putters, return_exceptions=True) == [putters[0].exception() if not putters[0].cancelled() else None, None, None] or "cancelled first")


asyncio.run(main())
