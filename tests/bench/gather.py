# group: asyncio_tasks
import asyncio


async def leaf(i):
    await asyncio.sleep(0)
    return i


async def main():
    total = 0
    for r in range(100):
        total += sum(await asyncio.gather(*[leaf(i) for i in range(400)]))
    print(total)


asyncio.run(main())
