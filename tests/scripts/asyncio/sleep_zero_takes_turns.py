# area: asyncio
# prio: P0
# checks: sleep(0) lets every other ready task run once
import asyncio


async def worker(name, n):
    for i in range(n):
        print(name, i)
        await asyncio.sleep(0)
    print(name, "done")


async def main():
    await asyncio.gather(worker("a", 3), worker("b", 1), worker("c", 2))


asyncio.run(main())
