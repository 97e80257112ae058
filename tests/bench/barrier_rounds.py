# group: asyncio_sync
import asyncio


async def main():
    barrier, total = asyncio.Barrier(20), 0

    async def party():
        nonlocal total
        for _ in range(200):
            total += await barrier.wait()

    await asyncio.gather(*(party() for _ in range(20)))
    print(total)


asyncio.run(main())
