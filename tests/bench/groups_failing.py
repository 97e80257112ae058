# group: asyncio_tasks
import asyncio


async def fails(n):
    await asyncio.sleep(0)
    raise ValueError(n)


async def main():
    failed = 0
    for i in range(4000):
        try:
            async with asyncio.TaskGroup() as group:
                group.create_task(asyncio.sleep(60))
                group.create_task(fails(i))
                await asyncio.sleep(60)
        except* ValueError as error:
            failed += len(error.exceptions)
    print(failed)


asyncio.run(main())
