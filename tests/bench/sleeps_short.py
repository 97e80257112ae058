# group: asyncio_callbacks
import asyncio


async def sleeper(n):
    for i in range(n):
        await asyncio.sleep(0.0001 * (i % 3 + 1))
    return n


async def main():
    print(sum(await asyncio.gather(*(sleeper(40) for _ in range(1000)))))


asyncio.run(main())
