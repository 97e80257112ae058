# area: asyncio
# prio: P0
# checks: classes with __aiter__ and __anext__, and their errors
import asyncio


class Count:
    def __init__(self, n):
        self.i, self.n = 0, n

    def __aiter__(self):
        return self

    async def __anext__(self):
        if self.i >= self.n:
            raise StopAsyncIteration
        self.i += 1
        await asyncio.sleep(0)
        return self.i


async def main():
    async for x in Count(3):
        print(x)
    print([x async for x in Count(2)])
    for bad in ([1], 5):
        try:
            async for x in bad:
                pass
        except TypeError as e:
            print(e)
    try:
        for x in Count(1):
            pass
    except TypeError as e:
        print(e)


asyncio.run(main())
