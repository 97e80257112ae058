# area: limits
# prio: P1
# checks: suspended coroutines in garbage are closed once and properly, whichever of a chain the collector meets first
import asyncio
import gc

closed = []


async def waits(event, name):
    try:
        await event.wait()
    finally:
        closed.append((name, event.is_set()))


def round_of(n):
    loop = asyncio.new_event_loop()
    tasks = [loop.create_task(waits(asyncio.Event(), i)) for i in range(n)]
    loop.run_until_complete(asyncio.sleep(0))
    for task in tasks:
        task._log_destroy_pending = False
    loop.close()


for _ in range(100):
    round_of(10)
gc.collect()
gc.collect()
print(len(closed), sorted(set(closed)))
