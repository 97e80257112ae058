# group: asyncio_sync
import asyncio


async def main():
    there, back = asyncio.Queue(1), asyncio.Queue(1)

    async def answer():
        while (item := await there.get()) is not None:
            await back.put(item + 1)

    task = asyncio.create_task(answer())
    n = 0
    for _ in range(40_000):
        await there.put(n)
        n = await back.get()
    await there.put(None)
    await task
    print(n)


asyncio.run(main())
