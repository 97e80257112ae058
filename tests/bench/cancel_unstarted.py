# group: asyncio_tasks
import asyncio


async def never():
    print("started")


async def main():
    cancelled = 0
    for _ in range(40):
        tasks = [asyncio.create_task(never()) for _ in range(1000)]
        for task in tasks:
            task.cancel()
        for task in tasks:
            try:
                await task
            except asyncio.CancelledError:
                cancelled += 1
    print(cancelled)


asyncio.run(main())
