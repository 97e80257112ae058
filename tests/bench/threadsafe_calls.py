# group: threads
import asyncio

import threading


async def double(n):
    return n * 2


async def main():
    loop = asyncio.get_running_loop()
    done, called = asyncio.Event(), 0

    def note():
        nonlocal called
        called += 1

    def from_thread():
        total = 0
        for i in range(1500):
            loop.call_soon_threadsafe(note)
            total += asyncio.run_coroutine_threadsafe(double(i), loop).result()
        loop.call_soon_threadsafe(done.set)
        print(total)

    thread = threading.Thread(target=from_thread)
    thread.start()
    await done.wait()
    thread.join()
    print(called)


asyncio.run(main())
