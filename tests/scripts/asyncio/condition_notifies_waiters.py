# area: asyncio
# prio: P0
# checks: Condition: wait, notify, notify_all, wait_for, use without the lock
import asyncio


async def main():
    cond = asyncio.Condition()
    items = []

    async def consumer(n):
        async with cond:
            await cond.wait_for(lambda: items)
            print("consumer", n, items.pop())

    ts = [asyncio.create_task(consumer(i)) for i in range(3)]
    await asyncio.sleep(0)
    async with cond:
        items.append("a")
        cond.notify()
    await asyncio.sleep(0.001)
    async with cond:
        items.extend("bc")
        cond.notify_all()
    await asyncio.gather(*ts)
    for f in (cond.notify, lambda: cond.wait().send(None)):
        try:
            f()
        except RuntimeError as e:
            print(e)


asyncio.run(main())
