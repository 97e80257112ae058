# area: asyncio
# prio: P1
# checks: barrier: indices, several rounds, reset, abort, errors
import asyncio
import re


async def arrive(barrier, log):
    try:
        log.append(await barrier.wait())
    except asyncio.BrokenBarrierError as e:
        log.append(type(e).__name__)


async def main():
    try:
        asyncio.Barrier(0)
    except ValueError as e:
        print(e)
    barrier = asyncio.Barrier(3)
    print(barrier.parties, barrier.n_waiting, barrier.broken)
    for _ in range(2):
        log = []
        await asyncio.gather(*(arrive(barrier, log) for _ in range(3)))
        print(sorted(log))
    log = []
    tasks = [asyncio.create_task(arrive(barrier, log)) for _ in range(2)]
    await asyncio.sleep(0)
    print(barrier.n_waiting, re.sub(r"0x[0-9a-f]+", "ID", repr(barrier)))
    await barrier.reset()
    await asyncio.gather(*tasks)
    print(log, barrier.broken, barrier.n_waiting)
    tasks = [asyncio.create_task(arrive(barrier, log)) for _ in range(2)]
    await asyncio.sleep(0)
    await barrier.abort()
    await asyncio.gather(*tasks)
    await arrive(barrier, log)
    print(log, barrier.broken)
    await barrier.reset()
    print(barrier.broken)
    one = asyncio.Barrier(1)
    async with one as index:
        print(index)


asyncio.run(main())
