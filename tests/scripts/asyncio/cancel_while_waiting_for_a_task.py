# area: asyncio
# prio: P0
# checks: cancelling a task that awaits another task cancels that one too
import asyncio


async def inner():
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        print("inner cancelled")
        raise


async def main():
    i = asyncio.create_task(inner())

    async def outer():
        await i

    o = asyncio.create_task(outer())
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    o.cancel()
    await asyncio.wait([o])
    print(o.cancelled(), i.cancelled())


asyncio.run(main())
