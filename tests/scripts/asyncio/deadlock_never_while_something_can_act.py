# area: asyncio
# prio: P1
# checks: timers and callbacks that are still to come are no deadlock
# newer: never (DeadlockError is ours)
import asyncio
async def main():
    loop = asyncio.get_running_loop()
    event = asyncio.Event()
    loop.call_later(0.02, event.set)
    print(await event.wait())
    f = loop.create_future()
    loop.call_soon(loop.call_soon, f.set_result, "late")
    print(await f)
    try:
        async with asyncio.timeout(0.01):
            await asyncio.Event().wait()
    except TimeoutError:
        print("TimeoutError")
    t = asyncio.create_task(asyncio.Event().wait())
    print(await asyncio.wait([t], timeout=0.01) == (set(), {t}))
    t.cancel()


asyncio.run(main())
