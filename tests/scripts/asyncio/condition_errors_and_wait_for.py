# area: asyncio
# prio: P1
# checks: condition: errors, wait_for, notify counts, a lock of one's own
import asyncio
async def consumer(cond, items, log, n):
    async with cond:
        got = await cond.wait_for(lambda: len(items) > 0 and items.pop())
        log.append((n, got))


async def main():
    cond = asyncio.Condition()
    for call in (cond.notify, cond.notify_all):
        try:
            call()
        except RuntimeError as e:
            print(e)
    try:
        await cond.wait()
    except RuntimeError as e:
        print(e)
    items, log = [], []
    tasks = [asyncio.create_task(consumer(cond, items, log, n)) for n in range(3)]
    await asyncio.sleep(0)
    async with cond:
        items += ["a", "b"]
        cond.notify(2)
    await asyncio.sleep(0.01)
    print(log)
    async with cond:
        items.append("c")
        cond.notify_all()
    await asyncio.gather(*tasks)
    print(log, cond.locked())
    lock = asyncio.Lock()
    mine = asyncio.Condition(lock)
    async with mine:
        print(lock.locked())
    try:
        async with mine:
            mine.release()
            raise ValueError("released")
    except (ValueError, RuntimeError) as e:
        print(type(e).__name__)


asyncio.run(main())
