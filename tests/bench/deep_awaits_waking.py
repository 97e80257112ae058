# group: asyncio_await
import asyncio


async def down(n, turns):
    if n == 0:
        for _ in range(turns):
            await asyncio.sleep(0)
        return 0
    return 1 + await down(n - 1, turns)


async def main():
    print(sum(await asyncio.gather(*(down(100, 300) for _ in range(50)))))


asyncio.run(main())
