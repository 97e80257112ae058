# area: asyncio
# prio: P0
# checks: wait_for cancels the inner awaitable and raises TimeoutError; results and exceptions pass
import asyncio


async def slow():
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        print("slow cancelled")
        raise


async def quick(x):
    return x


async def bad():
    raise KeyError("bad")


async def main():
    try:
        await asyncio.wait_for(slow(), 0.01)
    except TimeoutError as e:
        print(type(e).__name__, e.args)
    print(await asyncio.wait_for(quick(1), 1), await asyncio.wait_for(quick(2), None))
    try:
        await asyncio.wait_for(bad(), 1)
    except KeyError as e:
        print(e)
    t = asyncio.create_task(slow())
    try:
        await asyncio.wait_for(t, 0.01)
    except asyncio.TimeoutError:
        print(t.cancelled())


asyncio.run(main())
