# area: asyncio
# prio: P0
# checks: cancellation enters at the deepest coroutine and unwinds all of them
import asyncio


async def level(n):
    try:
        if n == 0:
            await asyncio.sleep(10)
        else:
            await level(n - 1)
    except asyncio.CancelledError:
        print("unwind", n)
        raise


async def main():
    t = asyncio.create_task(level(3))
    await asyncio.sleep(0)
    t.cancel()
    print(await asyncio.gather(t, return_exceptions=True))


asyncio.run(main())
