# area: asyncio
# prio: P1
# checks: many tasks that fail together are all seen
import asyncio
async def fails(n):
    await asyncio.sleep(0)
    raise ValueError(n)


async def main():
    tasks = [asyncio.create_task(fails(n)) for n in range(20_000)]
    results = await asyncio.gather(*tasks, return_exceptions=True)
    print(len(results), results[0].args, results[-1].args, {type(r).__name__ for r in results})
    try:
        async with asyncio.TaskGroup() as tg:
            for n in range(2000):
                tg.create_task(fails(n))
    except* ValueError as group:
        print(len(group.exceptions), sorted(e.args[0] for e in group.exceptions)[:3])


asyncio.run(main())
