# group: asyncio_callbacks
import asyncio


async def main():
    loop = asyncio.get_running_loop()
    n = 0
    for r in range(100):
        handles = [loop.call_later(60 + i % 7, print) for i in range(1000)]
        for handle in handles:
            handle.cancel()
            n += handle.cancelled()
        await asyncio.sleep(0)
    print(n)


asyncio.run(main())
