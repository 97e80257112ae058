# group: asyncio_callbacks
import asyncio


async def main():
    loop = asyncio.get_running_loop()
    called = 0

    def call(n):
        nonlocal called
        called += n

    for _ in range(60):
        handles = [loop.call_soon(call, 1) for _ in range(3000)]
        for handle in handles[::3]:
            handle.cancel()
        await asyncio.sleep(0)
    print(called)


asyncio.run(main())
