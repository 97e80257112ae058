# area: asyncio
# prio: P1
# checks: a subclass of Task made by a task factory
import asyncio
class Counted(asyncio.Task):
    made = 0

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        Counted.made += 1

    def cancel(self, msg=None):
        print("cancel", self.get_name())
        return super().cancel(msg)


def factory(loop, coro, **kwargs):
    return Counted(coro, loop=loop, **kwargs)


async def work(n):
    await asyncio.sleep(0)
    return n


async def main():
    loop = asyncio.get_running_loop()
    print(loop.get_task_factory())
    loop.set_task_factory(factory)
    print(loop.get_task_factory() is factory)
    t = asyncio.create_task(work(1))
    t.set_name("one")
    print(type(t).__name__, await t)
    print(await asyncio.gather(work(2), work(3)), Counted.made)
    async with asyncio.TaskGroup() as tg:
        u = tg.create_task(work(4))
    print(u.result(), type(u).__name__, Counted.made)
    v = asyncio.ensure_future(asyncio.sleep(9))
    v.set_name("sleeper")
    v.cancel()
    await asyncio.wait([v])
    print(v.cancelled())
    loop.set_task_factory(None)
    print(type(asyncio.ensure_future(v)) is Counted)
    try:
        loop.set_task_factory(3)
    except TypeError as e:
        print(e)


asyncio.run(main())
