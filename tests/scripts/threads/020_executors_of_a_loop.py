# area: threads
# prio: P0
# checks: run_in_executor, set_default_executor, shutdown_default_executor, wrap_future
import asyncio
import concurrent.futures
import functools
import threading


async def main():
    loop = asyncio.get_running_loop()
    future = loop.run_in_executor(None, functools.partial(pow, 2, 3))
    print(isinstance(future, asyncio.Future), await future)
    print((await loop.run_in_executor(None, lambda: threading.current_thread().name)).startswith("asyncio_"))
    with concurrent.futures.ThreadPoolExecutor(1, "own") as pool:
        print(await loop.run_in_executor(pool, lambda: threading.current_thread().name))
        print(await asyncio.wrap_future(pool.submit(lambda: 7)))
        cf = pool.submit(lambda: 1 / 0)
        try:
            await asyncio.wrap_future(cf)
        except ZeroDivisionError as e:
            print(e)
    try:
        loop.set_default_executor(5)
    except TypeError as e:
        print(e)
    loop.set_default_executor(concurrent.futures.ThreadPoolExecutor(1, "mine"))
    print(await loop.run_in_executor(None, lambda: threading.current_thread().name))
    await loop.shutdown_default_executor()
    try:
        loop.run_in_executor(None, print)
    except RuntimeError as e:
        print(e)


asyncio.run(main())
