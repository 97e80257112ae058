# area: asyncio
# prio: P1
# checks: a cancelled wait() holds the lock again in its handler
import asyncio
async def waiter(cond):
    async with cond:
        try:
            await cond.wait()
        except asyncio.CancelledError:
            print("locked", cond.locked())
            raise
        finally:
            print("finally", cond.locked())


async def main():
    cond = asyncio.Condition()
    t = asyncio.create_task(waiter(cond))
    await asyncio.sleep(0)
    async with cond:
        t.cancel()
        await asyncio.sleep(0)
        print("still", t.done())
    try:
        await t
    except asyncio.CancelledError:
        print("cancelled", cond.locked())


asyncio.run(main())
