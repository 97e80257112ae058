# area: asyncio
# prio: P2
# checks: a cancellation from outside that meets a failing child is delivered again
# newer: 3.13
import asyncio
async def child():
    try:
        await asyncio.sleep(10)
    finally:
        raise ValueError("child")


async def parent(log):
    try:
        async with asyncio.TaskGroup() as tg:
            tg.create_task(child())
            await asyncio.sleep(10)
    except* ValueError as e:
        log.append(("group", len(e.exceptions), asyncio.current_task().cancelling()))
    try:
        await asyncio.sleep(0)
        log.append("not this")
    except asyncio.CancelledError:
        log.append("cancelled again")
        raise


async def main():
    log = []
    t = asyncio.create_task(parent(log))
    await asyncio.sleep(0.01)
    t.cancel()
    await asyncio.wait([t])
    print(log, t.cancelled())


asyncio.run(main())
