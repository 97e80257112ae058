# group: asyncio_callbacks
import asyncio


async def main():
    loop = asyncio.get_running_loop()
    done, total = loop.create_future(), 0

    def add(a, b):
        nonlocal total
        total += a - b

    for r in range(60):
        for i in range(5000):
            loop.call_soon(add, i, 1)
        await asyncio.sleep(0)
    loop.call_soon(done.set_result, "end")
    print(await done, total)


asyncio.run(main())
