# area: asyncio
# prio: P0
# checks: cancelling the waiter of gather cancels all children
import asyncio


async def child(n):
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        print("child cancelled", n)
        raise


async def main():
    async def waiter():
        await asyncio.gather(child(1), child(2))
    t = asyncio.create_task(waiter())
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    t.cancel()
    try:
        await t
    except asyncio.CancelledError:
        print("waiter cancelled")
    a = asyncio.create_task(child(3))
    await asyncio.sleep(0)
    a.cancel()
    print(await asyncio.gather(a, return_exceptions=True))
    b = asyncio.create_task(child(4))
    g = asyncio.gather(b, asyncio.sleep(0, "x"))
    await asyncio.sleep(0)
    b.cancel()
    try:
        await g
    except asyncio.CancelledError:
        print("gather raised CancelledError")


asyncio.run(main())
