# area: asyncio
# prio: P1
# checks: shield: the outer may be cancelled, the inner goes on
import asyncio
async def inner(log):
    try:
        await asyncio.sleep(0.02)
        log.append("inner done")
        return 5
    except asyncio.CancelledError:
        log.append("inner cancelled")
        raise


async def main():
    log = []
    task = asyncio.create_task(inner(log))
    outer = asyncio.shield(task)
    await asyncio.sleep(0)
    print(outer.cancel())
    try:
        await outer
    except asyncio.CancelledError:
        log.append("outer cancelled")
    print(await task, log)
    print(asyncio.shield(task) is task)
    log = []
    task = asyncio.create_task(inner(log))
    outer = asyncio.shield(task)
    await asyncio.sleep(0)
    task.cancel()
    try:
        await outer
    except asyncio.CancelledError:
        print("both", log, outer.cancelled())

    async def waits():
        await asyncio.shield(task2)
    log2 = []
    task2 = asyncio.create_task(inner(log2))
    w = asyncio.create_task(waits())
    await asyncio.sleep(0)
    w.cancel()
    await asyncio.wait([w])
    print(w.cancelled(), task2.done(), await task2)


asyncio.run(main())
