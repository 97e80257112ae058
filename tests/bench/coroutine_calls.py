# group: asyncio_switches
import asyncio


async def leaf(i):
    return i + 1


async def middle(i):
    return await leaf(i) + await leaf(i)


async def main():
    total = 0
    for i in range(700_000):
        total += await middle(i)
    print(total)


asyncio.run(main())
