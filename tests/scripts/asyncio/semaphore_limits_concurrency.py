# area: asyncio
# prio: P0
# checks: Semaphore and BoundedSemaphore
import asyncio


async def main():
    sem = asyncio.Semaphore(2)
    running = peak = 0

    async def w(n):
        nonlocal running, peak
        async with sem:
            running += 1
            peak = max(peak, running)
            await asyncio.sleep(0.001)
            running -= 1
            return n

    print(await asyncio.gather(*[w(i) for i in range(6)]), peak, sem.locked())
    b = asyncio.BoundedSemaphore(1)
    await b.acquire()
    print(b.locked())
    b.release()
    for f in (b.release, lambda: asyncio.Semaphore(-1)):
        try:
            f()
        except ValueError as e:
            print(e)


asyncio.run(main())
