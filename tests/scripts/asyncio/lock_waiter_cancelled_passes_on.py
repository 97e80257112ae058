# area: asyncio
# prio: P0
# checks: a cancelled waiter of a lock leaves the queue, the next one gets the lock
import asyncio


async def main():
    lock = asyncio.Lock()
    await lock.acquire()

    async def want(n):
        async with lock:
            print("got", n)

    ts = [asyncio.create_task(want(i)) for i in range(3)]
    await asyncio.sleep(0)
    ts[0].cancel()
    await asyncio.sleep(0)
    lock.release()
    await asyncio.gather(*ts, return_exceptions=True)
    print([t.cancelled() for t in ts], lock.locked())
    await lock.acquire()
    t = asyncio.create_task(want("late"))
    await asyncio.sleep(0)
    lock.release()
    t.cancel()
    await asyncio.gather(t, return_exceptions=True)
    print(lock.locked(), await lock.acquire())


asyncio.run(main())
