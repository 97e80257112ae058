# area: threads
# prio: P0
# checks: a loop in a background thread, driven from the main one
import asyncio
import concurrent.futures
import threading

loop = asyncio.new_event_loop()


def background():
    asyncio.set_event_loop(loop)
    loop.run_forever()


t = threading.Thread(target=background)
t.start()


async def add(a, b):
    await asyncio.sleep(0.005)
    return a + b


async def fail():
    raise LookupError("no")


f = asyncio.run_coroutine_threadsafe(add(1, 2), loop)
print(isinstance(f, concurrent.futures.Future), f.result(), f.done())
fs = [asyncio.run_coroutine_threadsafe(add(i, i), loop) for i in range(5)]
print([f.result(1) for f in fs])
try:
    asyncio.run_coroutine_threadsafe(fail(), loop).result()
except LookupError as e:
    print(repr(e))
stopped = threading.Event()


async def forever():
    try:
        await asyncio.sleep(3600)
    finally:
        stopped.set()


f = asyncio.run_coroutine_threadsafe(forever(), loop)
try:
    f.result(0.01)
except TimeoutError:
    print("timeout", f.cancel())
print(stopped.wait(1), f.cancelled())
try:
    asyncio.run_coroutine_threadsafe(42, loop)
except TypeError as e:
    print(e)
print(loop.is_running())
loop.call_soon_threadsafe(loop.stop)
t.join()
print(loop.is_running())
loop.close()
try:
    loop.call_soon_threadsafe(print)
except RuntimeError as e:
    print(e)
