# group: asyncio_switches
import asyncio


async def main():
    loop = asyncio.get_running_loop()
    done = loop.create_future()
    left = 400_000

    def step():
        nonlocal left
        left -= 1
        if left == 0:
            done.set_result("finished")
        else:
            loop.call_soon(step)

    loop.call_soon(step)
    print(await done, left)


asyncio.run(main())
