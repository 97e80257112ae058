# area: asyncio
# prio: P0
# checks: cancellation raises inside the await, with its message; finally may await
import asyncio


async def work():
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError as e:
        print("inside", e.args)
        raise
    finally:
        await asyncio.sleep(0)
        print("cleaned up")


async def main():
    t = asyncio.create_task(work())
    await asyncio.sleep(0)
    t.cancel("why")
    try:
        await t
    except asyncio.CancelledError:
        print("outside", t.cancelled())
    print(issubclass(asyncio.CancelledError, Exception), issubclass(asyncio.CancelledError, BaseException))


asyncio.run(main())
