# group: asyncio_tasks
import asyncio


async def main():
    cancelled = late = 0
    for r in range(40):
        tasks = [asyncio.create_task(asyncio.sleep(100)) for _ in range(200)]
        await asyncio.sleep(0)
        for t in tasks:
            t.cancel()
        for t in tasks:
            try:
                await t
            except asyncio.CancelledError:
                cancelled += 1
    for i in range(25_000):
        async with asyncio.timeout(100):
            await asyncio.sleep(0)
            late += 1
    print(cancelled, late)


asyncio.run(main())
