# area: asyncio
# prio: P0
# checks: cancelling the waiter of shield leaves the inner task running
import asyncio


async def inner():
    await asyncio.sleep(0.02)
    print("inner done")
    return "value"


async def main():
    t = asyncio.create_task(inner())

    async def waiter():
        try:
            await asyncio.shield(t)
        except asyncio.CancelledError:
            print("waiter cancelled", t.done())
            raise

    w = asyncio.create_task(waiter())
    await asyncio.sleep(0)
    w.cancel()
    print(await asyncio.gather(w, return_exceptions=True))
    print(await t, t.cancelled())
    print(await asyncio.shield(inner()))
    t2 = asyncio.create_task(inner())
    s = asyncio.shield(t2)
    await asyncio.sleep(0)
    t2.cancel()
    try:
        await s
    except asyncio.CancelledError:
        print("inner cancelled goes through")


asyncio.run(main())
