# area: toplevel
# prio: P1
# checks: at the end the program waits also for tasks that pending tasks create, and for timers of sleepers
import asyncio

keep = set()


async def chain(n):
    print("chain", n)
    await asyncio.sleep(0.005)
    if n:
        t = asyncio.create_task(chain(n - 1))
        keep.add(t)
        t.add_done_callback(keep.discard)


t = asyncio.create_task(chain(3))
print("end of top", len(keep))
