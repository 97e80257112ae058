# group: asyncio_tasks
import asyncio


async def main():
    n = 0
    for _ in range(8000):
        async with asyncio.timeout(60), asyncio.timeout(50), asyncio.timeout(40) as inner:
            inner.reschedule(None)
            await asyncio.sleep(0)
            n += 1
    print(n)


asyncio.run(main())
