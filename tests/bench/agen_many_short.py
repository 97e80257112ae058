# group: asyncio_await
import asyncio


async def few(n):
    try:
        for i in range(n):
            yield i
    finally:
        n = 0


async def main():
    total = 0
    for i in range(40_000):
        async for x in few(3):
            total += x
    for i in range(8000):
        agen = few(5)
        async for x in agen:
            total += x
            if x == 2:
                break
        await agen.aclose()
    print(total)


asyncio.run(main())
