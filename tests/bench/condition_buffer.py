# group: asyncio_sync
import asyncio


async def main():
    changed, buffer, total = asyncio.Condition(), [], 0

    async def produce(n):
        for i in range(n):
            async with changed:
                await changed.wait_for(lambda: len(buffer) < 4)
                buffer.append(i)
                changed.notify_all()

    async def consume(n):
        nonlocal total
        for _ in range(n):
            async with changed:
                while not buffer:
                    await changed.wait()
                total += buffer.pop(0)
                changed.notify_all()

    await asyncio.gather(*(produce(2000) for _ in range(3)), *(consume(2000) for _ in range(3)))
    print(total)


asyncio.run(main())
