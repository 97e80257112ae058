# group: asyncio_sync
import asyncio


async def main():
    permits, n = asyncio.BoundedSemaphore(3), 0
    for _ in range(150_000):
        async with permits:
            n += 1
        await permits.acquire()
        permits.release()
    print(n, permits.locked())


asyncio.run(main())
