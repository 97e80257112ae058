# group: asyncio_tasks
import asyncio


async def leaf(i):
    await asyncio.sleep(0)
    return i


async def main():
    total = 0
    for r in range(120):
        async with asyncio.TaskGroup() as tg:
            tasks = [tg.create_task(leaf(i)) for i in range(400)]
        total += sum(t.result() for t in tasks)
    print(total)


asyncio.run(main())
