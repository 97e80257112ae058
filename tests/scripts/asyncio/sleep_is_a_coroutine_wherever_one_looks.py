# area: asyncio
# prio: P0
# checks: a sleep that is awaited where it is made shows its coroutine and its future to whoever looks
import asyncio
import inspect
import traceback


def text(value):
    return repr(value).split(" at 0x")[0]


async def waits(delay):
    try:
        await asyncio.sleep(delay)
    except asyncio.CancelledError as error:
        frames = traceback.extract_tb(error.__traceback__)
        print("cancelled", error.args, [frame.name for frame in frames][:2])
        raise
    return delay


async def looked_at():
    task = asyncio.create_task(waits(100), name="W")
    await asyncio.sleep(0)
    print(text(task._fut_waiter), "wait_for=<Future pending" in repr(task))
    print(task.get_coro().cr_await.__name__)
    task.cancel("stop")
    task.cancel("again")
    await asyncio.sleep(0)
    print(task.done(), task.cancelling())
    task = asyncio.create_task(waits(0))
    await asyncio.sleep(0)
    print(task.get_coro().cr_await.__name__, task._fut_waiter)
    task.cancel()
    try:
        await task
    except asyncio.CancelledError:
        print("gone")


async def main():
    print(inspect.iscoroutinefunction(asyncio.sleep))
    coroutine = asyncio.sleep(0)
    print(asyncio.iscoroutine(coroutine), coroutine.__name__)
    await coroutine
    print(await asyncio.sleep(0), await asyncio.sleep(-1, "r"), await asyncio.sleep(True, 7))
    await looked_at()


asyncio.run(main())
