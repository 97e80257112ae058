# area: asyncio
# prio: P0
# checks: the first failure leaves gather at once, the other children go on
import asyncio


async def ok(n):
    await asyncio.sleep(0.02)
    print("ok", n)
    return n


async def bad(t, msg):
    await asyncio.sleep(t)
    raise ValueError(msg)


async def main():
    try:
        await asyncio.gather(ok(1), bad(0.01, "first"), bad(0, "zero"))
    except ValueError as e:
        print("caught", e)
    await asyncio.sleep(0.05)
    print(await asyncio.gather(ok(2), bad(0, "kept"), return_exceptions=True))


asyncio.run(main())
