# group: asyncio_tasks
import asyncio


async def child(n):
    await asyncio.sleep(0)
    return n


async def main():
    total = 0
    for i in range(15_000):
        total += await asyncio.wait_for(child(i), 60)
    print(total)


asyncio.run(main())
