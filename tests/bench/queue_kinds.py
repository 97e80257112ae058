# group: asyncio_sync
import asyncio


async def main():
    first, last, n = asyncio.PriorityQueue(), asyncio.LifoQueue(), 0
    for i in range(40_000):
        await first.put((i * 7919 % 10_007, i))
        await last.put(i)
    while not first.empty():
        n = (n * 31 + (await first.get())[1] + await last.get()) % 1_000_003
    print(n)


asyncio.run(main())
