# area: asyncio
# prio: P0
# checks: a coroutine that sleeps can be driven, closed and thrown into by hand
import asyncio
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


asyncio.run(by_hand())
