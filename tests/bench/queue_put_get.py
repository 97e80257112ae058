# group: asyncio_sync
import asyncio


async def main():
    q = asyncio.Queue(10)
    n = 150_000

    async def producer():
        for i in range(n):
            await q.put(i)
        await q.put(None)

    async def consumer():
        total = 0
        while (x := await q.get()) is not None:
            total += x
        return total

    results = await asyncio.gather(producer(), consumer())
    print(results[1])


asyncio.run(main())
