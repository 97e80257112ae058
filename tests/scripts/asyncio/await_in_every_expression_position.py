# area: asyncio
# prio: P0
# checks: await inside operators, calls, displays, subscripts, f-strings, conditions, in order
import asyncio


async def v(x):
    await asyncio.sleep(0)
    print("v", x)
    return x


async def main():
    print(await v(1) + await v(2) * await v(3))
    print([await v(4), *await v([5])], {await v("k"): await v("w")}, (await v([1, 2]))[await v(0)])
    print(f"{await v('f')}!", await v(1) if await v(0) else await v(2), await v(0) or await v(7), 1 < await v(2) < await v(3))
    x = y = await v(9)
    d = {}
    d[await v("key")] = await v("value")
    x += await v(1)
    print(x, y, d, not await v(""), -await v(5), (await v(str))(await v(6)))
    assert await v(True)
    while await v(None):
        pass
    return await v("returned")


print(asyncio.run(main()))
