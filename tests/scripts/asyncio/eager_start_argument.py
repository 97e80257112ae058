# area: asyncio
# prio: P2
# checks: create_task(eager_start=...) with the default factory
# newer: 3.14 (written by hand from its documentation)
import asyncio
async def work(log, n):
    log.append(n)
    await asyncio.sleep(0)
    log.append(-n)


async def main():
    log = []
    a = asyncio.create_task(work(log, 1), eager_start=True)
    b = asyncio.create_task(work(log, 2), eager_start=False)
    print(log)
    async with asyncio.TaskGroup() as tg:
        tg.create_task(work(log, 3), eager_start=True, name="third")
        print(log)
    await asyncio.gather(a, b)
    print(log)
    coro = work(log, 4)
    try:
        asyncio.create_task(coro, other=1)
    except TypeError as e:
        print(e)
    coro.close()

    def factory(loop, coro, **kwargs):
        print("factory", sorted(kwargs))
        kwargs.pop("other", None)
        return asyncio.Task(coro, loop=loop, **kwargs)
    asyncio.get_running_loop().set_task_factory(factory)
    await asyncio.create_task(work(log, 5), name="n", other=1)


asyncio.run(main())
