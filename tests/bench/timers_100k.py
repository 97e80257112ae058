# group: asyncio_callbacks
import asyncio


async def main():
    loop = asyncio.get_running_loop()
    fired = 0

    def tick():
        nonlocal fired
        fired += 1

    handles = [loop.call_later(0.05 + (i * 7919 % 1000) / 10000, tick) for i in range(100_000)]
    for h in handles[::2]:
        h.cancel()
    await asyncio.sleep(0.2)
    while fired < 50_000:
        await asyncio.sleep(0.01)
    print(fired)


asyncio.run(main())
