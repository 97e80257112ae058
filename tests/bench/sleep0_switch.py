# group: asyncio_switches
import asyncio


async def worker(turns):
    for _ in range(turns):
        await asyncio.sleep(0)
    return turns


async def main():
    print(sum(await asyncio.gather(*[worker(400) for _ in range(1000)])))


asyncio.run(main())
