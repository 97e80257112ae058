# group: asyncio_switches
import asyncio


async def player(loop, mine, other, turns):
    for i in range(turns):
        ball = await mine[0]
        mine[0] = loop.create_future()
        other[0].set_result(ball + 1)
    return ball


async def main():
    loop = asyncio.get_running_loop()
    a, b = [loop.create_future()], [loop.create_future()]
    t = asyncio.create_task(player(loop, a, b, 60_000))
    u = asyncio.create_task(player(loop, b, a, 60_000))
    a[0].set_result(0)
    print(await t, await u)


asyncio.run(main())
