# area: asyncio
# prio: P1
# checks: repr of a task: pending, waiting, cancelling, done, failed, cancelled
import asyncio
import re


async def waits(fut):
    await fut


async def fails():
    raise KeyError("k")


def show(task):
    text = re.sub(r" at \S*:", " at FILE:", repr(task))
    print(text)


async def main():
    loop = asyncio.get_running_loop()
    fut = loop.create_future()
    t = asyncio.create_task(waits(fut), name="w")
    show(t)
    await asyncio.sleep(0)
    show(t)
    t.add_done_callback(print)
    show(t)
    t.remove_done_callback(print)
    t.cancel()
    show(t)
    await asyncio.wait([t])
    show(t)
    f = asyncio.create_task(fails(), name="f")
    await asyncio.wait([f])
    show(f)
    f.exception()
    n = asyncio.create_task(asyncio.sleep(0, [1, 2]), name="n")
    await n
    print(re.sub(r"coro=.*> ", "coro ", repr(n)))


asyncio.run(main())
