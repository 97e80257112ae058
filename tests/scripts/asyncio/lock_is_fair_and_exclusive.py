# area: asyncio
# prio: P0
# checks: Lock: one holder at a time, first come first served, async with
import asyncio


async def worker(lock, n):
    print("wants", n)
    async with lock:
        print("has", n, lock.locked())
        await asyncio.sleep(0)
        await asyncio.sleep(0)
        print("gives", n)


async def main():
    lock = asyncio.Lock()
    await asyncio.gather(*[worker(lock, i) for i in range(3)])
    print(lock.locked(), await lock.acquire(), lock.locked())
    lock.release()
    try:
        lock.release()
    except RuntimeError as e:
        print(e)
    try:
        async with lock:
            raise ValueError("inside")
    except ValueError:
        print("released", not lock.locked())


asyncio.run(main())
