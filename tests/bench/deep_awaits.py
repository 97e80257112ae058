# group: asyncio_await
import asyncio


async def down(n):
    if n == 0:
        return 0
    return 1 + await down(n - 1)


async def main():
    total = 0
    for _ in range(1000):
        total += await down(500)
    print(total)


asyncio.run(main())
