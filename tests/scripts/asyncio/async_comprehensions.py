# area: asyncio
# prio: P0
# checks: list, set, dict and generator comprehensions with async for and await
import asyncio


async def agen(n):
    for i in range(n):
        yield i
        await asyncio.sleep(0)


async def double(x):
    await asyncio.sleep(0)
    return x * 2


async def main():
    print([x async for x in agen(4) if x % 2], {x: x * x async for x in agen(3)}, sorted({x % 2 async for x in agen(5)}))
    print([await double(x) for x in range(3)], [await double(x) async for x in agen(3)], [(x, y) async for x in agen(2) for y in "ab"])
    g = (x + 1 async for x in agen(3))
    print([x async for x in g], [y for y in [await double(1), await double(2)]])
    print([x for x in range(4) if await double(x) > 2], sum([x async for x in agen(5)]))


asyncio.run(main())
