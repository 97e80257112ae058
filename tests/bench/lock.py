# group: asyncio_sync
import asyncio


async def main():
    lock = asyncio.Lock()
    count = 0

    async def worker(n):
        nonlocal count
        for _ in range(n):
            async with lock:
                count += 1
                await asyncio.sleep(0)

    await asyncio.gather(*[worker(800) for _ in range(50)])
    print(count)


asyncio.run(main())
