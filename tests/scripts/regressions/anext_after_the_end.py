# area: regressions
# prio: P0
# checks: an exhausted or closed async generator is not "already running"
import asyncio


async def ag(n):
    for i in range(n):
        await asyncio.sleep(0)
        yield i


async def main():
    g = ag(1)
    print(await g.__anext__())
    for _ in range(2):
        try:
            await g.__anext__()
        except StopAsyncIteration:
            print("stop")
    print(await anext(g, "default"))
    await g.aclose()
    g = ag(3)
    await g.__anext__()
    try:
        await g.athrow(ValueError("x"))
    except ValueError as e:
        print("athrow", e)
    try:
        await g.asend(1)
    except StopAsyncIteration:
        print("finished")


asyncio.run(main())
