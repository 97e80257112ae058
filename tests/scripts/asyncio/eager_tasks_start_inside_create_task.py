# area: asyncio
# prio: P1
# checks: eager_task_factory: the first step runs inside create_task
# newer: 3.12
import asyncio
async def quick(log):
    log.append(("quick", asyncio.current_task() is not outer))
    return 1


async def slow(log):
    log.append("begin")
    await asyncio.sleep(0)
    log.append("end")
    return 2


async def fails():
    raise ValueError("eager")


async def main():
    global outer
    outer = asyncio.current_task()
    loop = asyncio.get_running_loop()
    loop.set_task_factory(asyncio.eager_task_factory)
    log = []
    a = asyncio.create_task(quick(log), name="q")
    print(log, a.done(), a.result(), a in asyncio.all_tasks())
    b = asyncio.create_task(slow(log))
    print(log, b.done(), asyncio.current_task().get_name())
    print(await b, log)
    c = asyncio.create_task(fails())
    print(c.done(), repr(c.exception()))
    print(await asyncio.gather(quick(log), slow(log)))
    async with asyncio.TaskGroup() as tg:
        d = tg.create_task(quick(log))
        print(d.done())
    loop.set_task_factory(asyncio.create_eager_task_factory(asyncio.Task))
    e = asyncio.create_task(quick(log))
    print(e.done(), type(e).__name__)


asyncio.run(main())
