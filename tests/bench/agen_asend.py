# group: asyncio_await
import asyncio


async def averages():
    total = n = 0
    while True:
        value = yield (total // n if n else 0)
        if value is None:
            await asyncio.sleep(0)
            continue
        total += value
        n += 1


async def main():
    agen = averages()
    await anext(agen)
    last = 0
    for i in range(150_000):
        last += await agen.asend(i if i % 10 else None)
    await agen.aclose()
    print(last)


asyncio.run(main())
