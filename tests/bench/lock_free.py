# group: asyncio_sync
import asyncio


async def main():
    lock, n = asyncio.Lock(), 0
    for _ in range(200_000):
        async with lock:
            n += 1
        await lock.acquire()
        lock.release()
    print(n, lock.locked())


asyncio.run(main())
