# area: asyncio
# prio: P0
# checks: PriorityQueue gives the smallest, LifoQueue the last
import asyncio


async def main():
    p, l = asyncio.PriorityQueue(), asyncio.LifoQueue()
    for x in (3, 1, 2):
        await p.put((x, "item"))
        await l.put(x)
    print([(await p.get())[0] for _ in range(3)], [await l.get() for _ in range(3)], isinstance(p, asyncio.Queue))


asyncio.run(main())
