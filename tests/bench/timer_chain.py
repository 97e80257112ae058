# group: asyncio_callbacks
import asyncio


async def main():
    loop = asyncio.get_running_loop()
    done, left = loop.create_future(), 60_000

    def tick():
        nonlocal left
        left -= 1
        if left:
            loop.call_later(0, tick)
        else:
            done.set_result(True)

    loop.call_later(0, tick)
    print(await done)


asyncio.run(main())
