# area: toplevel
# prio: P0
# checks: except* around a TaskGroup at the top level, and cancellation of a task
import asyncio


async def bad(msg):
    await asyncio.sleep(0)
    raise ValueError(msg)


async def forever():
    try:
        await asyncio.sleep(100)
    finally:
        print("stopped")


try:
    async with asyncio.TaskGroup() as tg:
        tg.create_task(bad("one"))
        tg.create_task(forever())
except* ValueError as eg:
    print(eg.message, [str(e) for e in eg.exceptions])
t = asyncio.create_task(forever())
await asyncio.sleep(0)
t.cancel()
try:
    await t
except asyncio.CancelledError:
    print("cancelled", t.cancelled())
