# group: asyncio_tasks
import asyncio


async def waits(event):
    try:
        await event.wait()
    except asyncio.CancelledError:
        await asyncio.sleep(0)
        raise


async def main():
    cancelled = 0
    for _ in range(40):
        event = asyncio.Event()
        tasks = [asyncio.create_task(waits(event)) for _ in range(500)]
        await asyncio.sleep(0)
        for task in tasks:
            task.cancel()
        for result in await asyncio.gather(*tasks, return_exceptions=True):
            cancelled += isinstance(result, asyncio.CancelledError)
    print(cancelled)


asyncio.run(main())
