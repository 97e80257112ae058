# area: asyncio
# prio: P1
# checks: task_done too often, releases of what is not held, wrong sizes: CPython's errors and words
import asyncio
async def main():
    q = asyncio.Queue()
    for fn in (q.task_done, q.get_nowait):
        try: fn()
        except Exception as e: print(type(e).__name__, e)
    q.put_nowait(1); q.get_nowait(); q.task_done()
    try: q.task_done()
    except ValueError as e: print(e)
    q = asyncio.Queue(1); q.put_nowait(1)
    try: q.put_nowait(2)
    except asyncio.QueueFull as e: print(repr(e))
    for cls in (asyncio.Lock, asyncio.Condition, asyncio.BoundedSemaphore):
        o = cls()
        try: o.release()
        except Exception as e: print(cls.__name__, type(e).__name__, e)
    for v in (-1, -5):
        for cls in (asyncio.Semaphore, asyncio.BoundedSemaphore):
            try: cls(v)
            except ValueError as e: print(e)
    for v in (0, -1):
        try: asyncio.Barrier(v)
        except ValueError as e: print(e)
    for v in ('x', None, 1.5):
        for cls in (asyncio.Semaphore, asyncio.Barrier, asyncio.Queue):
            try: print(cls.__name__, v, cls(v) and 'made')
            except Exception as e: print(cls.__name__, type(e).__name__, e)
    c = asyncio.Condition()
    for fn in (c.notify, c.notify_all):
        try: fn()
        except RuntimeError as e: print(e)
    try: await c.wait()
    except RuntimeError as e: print(e)
    try:
        with asyncio.Lock(): pass
    except TypeError as e: print(e)
    try:
        async with c:
            c.release()
    except RuntimeError as e: print(e)
    try: asyncio.Condition(5)
    except Exception as e: print(type(e).__name__, e)
    e = asyncio.Event()
    try: await e.wait(1)
    except TypeError as x: print(x)
asyncio.run(main())
