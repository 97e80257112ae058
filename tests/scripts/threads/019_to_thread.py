# area: threads
# prio: P0
# checks: asyncio.to_thread: context, arguments, exceptions, the loop goes on
import asyncio
import contextvars
import threading

var = contextvars.ContextVar("var", default="none")


def work(x, *, scale=1):
    var.set("changed inside")
    return var.get(), x * scale, threading.current_thread() is threading.main_thread()


def fail():
    raise KeyError("boom")


def block(all_here, enough):
    place = all_here.wait()
    return place, enough.wait()


async def main():
    var.set("outer")
    print(await asyncio.to_thread(var.get), await asyncio.to_thread(work, 2, scale=3), var.get())
    try:
        await asyncio.to_thread(fail)
    except KeyError as e:
        print("KeyError", e)
    ticks = 0

    async def ticker():
        nonlocal ticks
        while True:
            await asyncio.sleep(0.002)
            ticks += 1
            if ticks == 9:
                enough.set()

    task = asyncio.create_task(ticker())
    # All four block at once, and the loop goes on.
    all_here, enough = threading.Barrier(4), threading.Event()
    print(sorted(await asyncio.gather(*(asyncio.to_thread(block, all_here, enough) for _ in range(4)))), ticks > 8)
    task.cancel()
    print(await asyncio.gather(*(asyncio.to_thread(pow, i, 2) for i in range(5))))
    print(await asyncio.to_thread(sum, range(1000)))
    coro = asyncio.to_thread(print)
    print(asyncio.iscoroutine(coro))
    coro.close()


asyncio.run(main())
