# area: asyncio
# prio: P0
# checks: async generators with await inside, return ends them
import asyncio


async def ticker(n):
    for i in range(n):
        await asyncio.sleep(0)
        if i == 3:
            return
        yield i


async def main():
    async for x in ticker(2):
        print(x)
    else:
        print("else")
    async for x in ticker(10):
        if x == 1:
            continue
        print("x", x)
    print([x async for x in ticker(3)], await anext(ticker(1)), await anext(ticker(0), "default"))
    it = aiter(ticker(1))
    print(await it.__anext__())
    try:
        await it.__anext__()
    except StopAsyncIteration as e:
        print(repr(e))


asyncio.run(main())
