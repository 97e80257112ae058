# area: asyncio
# prio: P0
# checks: a task may cancel itself: the error comes at its next await
import asyncio


async def work():
    asyncio.current_task().cancel()
    print("still running")
    try:
        await asyncio.sleep(0)
        print("never")
    except asyncio.CancelledError:
        print("now")
        raise


async def quits():
    asyncio.current_task().cancel()
    return "result"


async def main():
    print(await asyncio.gather(asyncio.create_task(work()), return_exceptions=True))
    t = asyncio.create_task(quits())
    await asyncio.wait([t])
    print(t.cancelled())


asyncio.run(main())
