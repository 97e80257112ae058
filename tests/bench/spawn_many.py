# group: asyncio_tasks
import asyncio


async def child(n):
    return n


async def main():
    total = 0
    for _ in range(10):
        tasks = [asyncio.create_task(child(i)) for i in range(10_000)]
        for task in tasks:
            total += await task
    print(total)


asyncio.run(main())
