# area: asyncio
# prio: P1
# checks: TaskGroup.cancel(): no exception leaves the group
# newer: 3.15 (written by hand from its documentation)
import asyncio
async def work(n, log):
    try:
        await asyncio.sleep(n)
        log.append(("done", n))
    except asyncio.CancelledError:
        log.append(("cancelled", n))
        raise


async def main():
    log = []
    async with asyncio.TaskGroup() as tg:
        tg.create_task(work(0, log))
        tg.create_task(work(10, log))
        await asyncio.sleep(0.01)
        tg.cancel()
        tg.cancel()
        print("still in the body")
        await asyncio.sleep(5)
        print("never")
    print(log, asyncio.current_task().cancelling())
    log = []
    async with asyncio.TaskGroup() as tg:
        tg.create_task(work(10, log))
        asyncio.get_running_loop().call_later(0.01, tg.cancel)
    print(log)
    try:
        async with asyncio.TaskGroup() as tg:
            tg.cancel()
            raise KeyError("body")
    except* KeyError as e:
        print(repr(e.exceptions[0]))
    tg.cancel()
    print("after", asyncio.current_task().cancelling())


asyncio.run(main())
