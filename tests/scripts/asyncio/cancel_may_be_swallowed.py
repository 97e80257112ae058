# area: asyncio
# prio: P0
# checks: a task that catches CancelledError goes on; cancelling and uncancel count requests
import asyncio


async def stubborn():
    for i in range(2):
        try:
            await asyncio.sleep(10)
        except asyncio.CancelledError:
            print("swallowed", i, asyncio.current_task().cancelling())
    print(asyncio.current_task().uncancel(), asyncio.current_task().uncancel(), asyncio.current_task().uncancel())
    return "finished"


async def main():
    t = asyncio.create_task(stubborn())
    for _ in range(2):
        await asyncio.sleep(0)
        await asyncio.sleep(0)
        print(t.cancel())
    print(await t, t.cancelled())


asyncio.run(main())
