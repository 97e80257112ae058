# area: threads
# prio: P0
# checks: a loop that sleeps is woken by call_soon_threadsafe; contexts are carried
import asyncio
import contextvars
import threading
import time

var = contextvars.ContextVar("var", default=0)


async def main():
    loop = asyncio.get_running_loop()
    done = asyncio.Event()
    got = []

    def work():
        time.sleep(0.02)
        var.set(5)
        loop.call_soon_threadsafe(lambda: got.append((var.get(), threading.current_thread().name)))
        ctx = contextvars.Context()
        ctx.run(var.set, 9)
        loop.call_soon_threadsafe(lambda: got.append(var.get()), context=ctx)
        loop.call_soon_threadsafe(done.set)

    t = threading.Thread(target=work)
    t.start()
    await asyncio.wait_for(done.wait(), 5)
    print(got)
    t.join()
    queue = asyncio.Queue()

    def feed():
        for i in range(5):
            loop.call_soon_threadsafe(queue.put_nowait, i)
            time.sleep(0.001)
        loop.call_soon_threadsafe(queue.put_nowait, None)

    threading.Thread(target=feed).start()
    items = []
    while (item := await queue.get()) is not None:
        items.append(item)
    print(items)


asyncio.run(main())
