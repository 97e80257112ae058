# area: asyncio
# prio: P0
# checks: timeout around a TaskGroup cancels the children and raises TimeoutError
import asyncio


async def child(n, t):
    try:
        await asyncio.sleep(t)
        print("child finished", n)
    except asyncio.CancelledError:
        print("child cancelled", n)
        raise


async def main():
    try:
        async with asyncio.timeout(0.2):
            async with asyncio.TaskGroup() as tg:
                tg.create_task(child(1, 0.001))
                tg.create_task(child(2, 10))
    except TimeoutError:
        print("group timed out")
    async with asyncio.TaskGroup() as tg:
        async def inner():
            try:
                async with asyncio.timeout(0.001):
                    await asyncio.sleep(10)
            except TimeoutError:
                print("inner timed out alone")
        tg.create_task(inner())
        tg.create_task(child(3, 0.1))


asyncio.run(main())
