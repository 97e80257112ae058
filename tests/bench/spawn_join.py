# group: asyncio_switches
import asyncio


async def leaf(i):
    return i


async def main():
    total = 0
    for i in range(100_000):
        total += await asyncio.create_task(leaf(i))
    print(total)


asyncio.run(main())
