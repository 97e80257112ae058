# group: asyncio_sync
import asyncio


async def main():
    lock, log = asyncio.Lock(), 0

    async def worker():
        nonlocal log
        for _ in range(300):
            await lock.acquire()
            try:
                log += 1
                await asyncio.sleep(0)
            finally:
                lock.release()

    await asyncio.gather(*(worker() for _ in range(100)))
    print(log)


asyncio.run(main())
