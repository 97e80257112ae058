# group: asyncio_await
import asyncio


async def numbers(n):
    for i in range(n):
        if i % 16 == 0:
            await asyncio.sleep(0)
        yield i


async def doubled(xs):
    async for x in xs:
        yield x * 2


async def main():
    total = 0
    async for x in doubled(numbers(500_000)):
        total += x
    print(total + sum([x async for x in numbers(100_000)]))


asyncio.run(main())
