# area: asyncio
# prio: P0
# checks: a whole small program: producers, workers, a results list and shutdown
import asyncio


async def producer(q, name, n):
    for i in range(n):
        await q.put((name, i))
        await asyncio.sleep(0)


async def worker(q, results):
    while True:
        item = await q.get()
        if item is None:
            return
        name, i = item
        results.setdefault(name, []).append(i * i)


async def main():
    q = asyncio.Queue(3)
    results = {}
    async with asyncio.TaskGroup() as tg:
        for _ in range(2):
            tg.create_task(worker(q, results))
        async with asyncio.TaskGroup() as producers:
            for name in "ab":
                producers.create_task(producer(q, name, 4))
        for _ in range(2):
            await q.put(None)
    print({k: sorted(v) for k, v in sorted(results.items())})


asyncio.run(main())
