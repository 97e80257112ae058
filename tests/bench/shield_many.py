# group: asyncio_tasks
import asyncio


async def child(n):
    await asyncio.sleep(0)
    return n


async def main():
    total = 0
    for i in range(20_000):
        total += await asyncio.shield(child(i))
    print(total)


asyncio.run(main())
