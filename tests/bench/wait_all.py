# group: asyncio_tasks
import asyncio


async def child(n):
    await asyncio.sleep(0)
    return n


async def main():
    total = 0
    for _ in range(200):
        done, pending = await asyncio.wait([asyncio.create_task(child(i)) for i in range(200)], timeout=60)
        total += sum(task.result() for task in done) + len(pending)
    print(total)


asyncio.run(main())
