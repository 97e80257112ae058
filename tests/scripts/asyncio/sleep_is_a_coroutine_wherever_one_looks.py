# A sleep that is awaited where it is made could be had without its coroutine; nothing may show the difference.
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


async def twice():
    await asyncio.sleep(0)
    await asyncio.sleep(0.001)
    return "twice"


async def numbers(n):
    for i in range(n):
        await asyncio.sleep(0)
        yield i
        await asyncio.sleep(0.0001)


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


async def by_hand():
    coroutine = twice()
    print(coroutine.send(None))
    future = coroutine.send(None)
    print(text(future), future._asyncio_future_blocking)
    await asyncio.sleep(0.01)
    try:
        coroutine.send(None)
    except StopIteration as stop:
        print(stop.value)
    coroutine = waits(0)
    coroutine.send(None)
    coroutine.close()
    coroutine = waits(5)
    coroutine.send(None)
    try:
        coroutine.throw(KeyError("in"))
    except KeyError as error:
        frames = traceback.extract_tb(error.__traceback__)
        print(error, [frame.name for frame in frames])


async def cancels_itself():
    asyncio.current_task().cancel()
    try:
        await asyncio.sleep(50)
    except asyncio.CancelledError:
        print("own request")
    asyncio.current_task().uncancel()
    return await asyncio.sleep(0.001, "result")


async def main():
    print(inspect.iscoroutinefunction(asyncio.sleep))
    coroutine = asyncio.sleep(0)
    print(asyncio.iscoroutine(coroutine), coroutine.__name__)
    await coroutine
    print(await asyncio.sleep(0), await asyncio.sleep(-1, "r"), await asyncio.sleep(True, 7))
    await looked_at()
    await by_hand()
    print(await asyncio.create_task(cancels_itself()))
    print([i async for i in numbers(3)], await asyncio.wait_for(waits(0.001), 5))
    try:
        await asyncio.wait_for(waits(60), 0.001)
    except asyncio.TimeoutError:
        print("late")
    order = []

    async def step(name, delay):
        await asyncio.sleep(delay)
        order.append(name)

    await asyncio.gather(step("b", 0.02), step("a", 0.001), step("z", 0), step("c", 0.04))
    print(order)
    tasks = [asyncio.ensure_future(asyncio.sleep(30)) for _ in range(3)]
    done, pending = await asyncio.wait(tasks, timeout=0.001)
    print(len(done), len(pending))
    for task in tasks:
        task.cancel()
    print(await asyncio.gather(*tasks, return_exceptions=True))


asyncio.run(main())
