# area: asyncio
# prio: P0
# checks: Event: wait, set, clear, is_set; waiters wake in order
import asyncio


async def waiter(ev, n):
    print("waits", n)
    print(await ev.wait(), n)


async def main():
    ev = asyncio.Event()
    ts = [asyncio.create_task(waiter(ev, i)) for i in range(3)]
    await asyncio.sleep(0)
    print(ev.is_set())
    ev.set()
    ev.clear()
    await asyncio.gather(*ts)
    print(ev.is_set())
    ev.set()
    print(await ev.wait(), ev.is_set())
    ev.set()


asyncio.run(main())
