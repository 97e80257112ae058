# group: asyncio_sync
import asyncio


async def main():
    queue, total = asyncio.Queue(), 0

    async def worker():
        nonlocal total
        while True:
            item = await queue.get()
            total += item
            queue.task_done()

    workers = [asyncio.create_task(worker()) for _ in range(10)]
    for _ in range(30):
        for i in range(2000):
            queue.put_nowait(i)
        await queue.join()
    for task in workers:
        task.cancel()
    await asyncio.gather(*workers, return_exceptions=True)
    print(total)


asyncio.run(main())
