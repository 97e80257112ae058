# area: asyncio
# prio: P1
# checks: semaphore: FIFO, cancelled acquirers lose no permit, errors
import asyncio
import re


def show(sem):
    return re.sub(r"0x[0-9a-f]+", "ID", repr(sem))


async def worker(sem, n, log):
    async with sem:
        log.append(n)
        await asyncio.sleep(0)


async def main():
    try:
        asyncio.Semaphore(-1)
    except ValueError as e:
        print(e)
    sem = asyncio.Semaphore(2)
    print(show(sem), sem.locked())
    log = []
    tasks = [asyncio.create_task(worker(sem, n, log)) for n in range(6)]
    await asyncio.sleep(0)
    print(show(sem), sem.locked(), log)
    tasks[2].cancel()
    tasks[4].cancel()
    await asyncio.gather(*tasks, return_exceptions=True)
    print(log, show(sem))
    b = asyncio.BoundedSemaphore(1)
    try:
        b.release()
    except ValueError as e:
        print(e)
    await b.acquire()
    print(b.locked(), show(b))
    b.release()
    print(await b.acquire())


asyncio.run(main())
