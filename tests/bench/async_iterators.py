# group: asyncio_await
import asyncio


class Counter:
    def __init__(self, n):
        self.n = n

    def __aiter__(self):
        return self

    async def __anext__(self):
        if self.n == 0:
            raise StopAsyncIteration
        self.n -= 1
        return self.n


async def main():
    total = 0
    async for i in Counter(300_000):
        total += i
    print(total, sum([i async for i in Counter(100_000) if i % 2]))


asyncio.run(main())
