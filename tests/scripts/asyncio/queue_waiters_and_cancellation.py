# area: asyncio
# prio: P0
# checks: getters wake in order, a cancelled getter loses no item, timeouts on get
import asyncio


async def main():
    q = asyncio.Queue()

    async def getter(n):
        x = await q.get()
        print("getter", n, x)

    ts = [asyncio.create_task(getter(i)) for i in range(3)]
    await asyncio.sleep(0)
    ts[0].cancel()
    q.put_nowait("x")
    q.put_nowait("y")
    await asyncio.gather(*ts, return_exceptions=True)
    print(q.qsize())
    try:
        await asyncio.wait_for(q.get(), 0.01)
    except TimeoutError:
        print("nothing came")
    q.put_nowait("late")
    print(await q.get())


asyncio.run(main())
