# group: asyncio_switches
import asyncio


async def down(n, turns):
    if n == 0:
        for _ in range(turns):
            await asyncio.sleep(0)
        return turns
    return 1 + await down(n - 1, turns)


async def main():
    print(sum(await asyncio.gather(*[down(50, 600) for _ in range(100)])))


asyncio.run(main())
