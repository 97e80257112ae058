# area: asyncio
# prio: P0
# checks: an exception raised while handling the cancellation is the task's outcome
import asyncio


async def work():
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        raise ValueError("in cleanup")


async def returns():
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        return "a result instead"


async def main():
    for f in (work, returns):
        t = asyncio.create_task(f())
        await asyncio.sleep(0)
        t.cancel()
        r = (await asyncio.gather(t, return_exceptions=True))[0]
        print(repr(r), t.cancelled(), type(getattr(r, "__context__", None)).__name__)


asyncio.run(main())
