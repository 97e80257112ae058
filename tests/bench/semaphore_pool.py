# group: asyncio_sync
import asyncio


async def main():
    permits, inside, most = asyncio.Semaphore(10), 0, 0

    async def worker():
        nonlocal inside, most
        for _ in range(150):
            async with permits:
                inside += 1
                most = max(most, inside)
                await asyncio.sleep(0)
                inside -= 1

    await asyncio.gather(*(worker() for _ in range(200)))
    print(most, inside)


asyncio.run(main())
