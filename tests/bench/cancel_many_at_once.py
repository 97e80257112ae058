# group: asyncio_tasks
import asyncio


async def main():
    event = asyncio.Event()
    tasks = [asyncio.create_task(event.wait()) for _ in range(8000)]
    await asyncio.sleep(0)
    for task in reversed(tasks):
        task.cancel()
    done, pending = await asyncio.wait(tasks)
    print(sum(task.cancelled() for task in done), len(pending))


asyncio.run(main())
