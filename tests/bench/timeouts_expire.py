# group: asyncio_tasks
import asyncio


async def main():
    late = 0
    for _ in range(10_000):
        try:
            async with asyncio.timeout(0):
                await asyncio.sleep(60)
        except TimeoutError:
            late += 1
    print(late)


asyncio.run(main())
