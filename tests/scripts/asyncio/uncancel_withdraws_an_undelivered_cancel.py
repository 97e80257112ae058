# area: asyncio
# prio: P2
# checks: uncancel() to zero takes back a cancel that was not delivered
# newer: 3.13
import asyncio
async def work():
    me = asyncio.current_task()
    me.cancel()
    print(me.cancelling(), me.uncancel())
    await asyncio.sleep(0)
    me.cancel()
    me.cancel()
    print(me.uncancel())
    try:
        await asyncio.sleep(0)
    except asyncio.CancelledError:
        print("one left")
    print(me.uncancel())
    return "end"


async def main():
    t = asyncio.create_task(work())
    print(await t, t.cancelled())


asyncio.run(main())
