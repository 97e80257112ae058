# group: asyncio_tasks
import asyncio


async def leaf(n):
    await asyncio.sleep(0)
    return n


async def branch(n, depth):
    if depth == 0:
        return await leaf(n)
    async with asyncio.TaskGroup() as group:
        tasks = [group.create_task(branch(n + i, depth - 1)) for i in range(4)]
    return sum(task.result() for task in tasks)


async def main():
    print(sum([await branch(i, 5) for i in range(15)]))


asyncio.run(main())
