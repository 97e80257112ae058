# area: toplevel
# prio: P0
# checks: tasks still pending when the top level ends are finished before the program exits
import asyncio


async def work(n):
    for i in range(2):
        await asyncio.sleep(0.01 * n)
        print("work", n, i)


keep = {asyncio.create_task(work(n)) for n in (1, 4)}
print("top level ends", len(keep))
