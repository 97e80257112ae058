# area: asyncio
# prio: P1
# checks: async generators chained, filtered and closed early

import asyncio


async def numbers(n):
    try:
        for i in range(n):
            await asyncio.sleep(0)
            yield i
    finally:
        print("numbers closed")


async def squares(source):
    async for n in source:
        yield n * n


async def until(limit, source):
    async for n in source:
        if n > limit:
            await source.aclose()
            return
        yield n


async def main():
    print([n async for n in squares(numbers(4))])
    source = numbers(100)
    print([n async for n in until(3, source)])
    print({n: n % 2 async for n in numbers(3) if n})
    g = numbers(5)
    print(await anext(g), await g.__anext__())
    try:
        await g.athrow(ValueError("in"))
    except ValueError as error:
        print(error)
    print(await anext(g, "default"))


asyncio.run(main())
