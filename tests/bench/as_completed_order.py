# group: asyncio_tasks
import asyncio


async def child(n):
    for _ in range(n % 5):
        await asyncio.sleep(0)
    return n


async def main():
    total = 0
    for _ in range(100):
        for place, future in enumerate(asyncio.as_completed([child(i) for i in range(200)])):
            total += place * await future
    print(total > 0)


asyncio.run(main())
