# area: asyncio
# prio: P1
# checks: the count of requests to cancel
import asyncio
async def stubborn():
    me = asyncio.current_task()
    for _ in range(3):
        try:
            await asyncio.sleep(10)
        except asyncio.CancelledError:
            print("asked", me.cancelling())
    print(me.uncancel(), me.uncancel(), me.uncancel(), me.uncancel())
    return "done"


async def main():
    t = asyncio.create_task(stubborn())
    for _ in range(3):
        await asyncio.sleep(0)
        print(t.cancel(), t.cancelling())
        await asyncio.sleep(0)
    print(await t, t.cancelling(), t.cancel(), t.cancelled())


asyncio.run(main())
