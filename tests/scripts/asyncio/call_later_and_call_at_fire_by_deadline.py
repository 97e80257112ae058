# area: asyncio
# prio: P0
# checks: timers fire in order of their deadlines and can be cancelled
import asyncio


async def main():
    loop = asyncio.get_running_loop()
    done = loop.create_future()
    now = loop.time()
    loop.call_later(0.03, print, "later 3")
    loop.call_at(now + 0.01, print, "at 1")
    h = loop.call_later(0.02, print, "never")
    loop.call_later(0.04, done.set_result, "finished")
    loop.call_later(0, print, "zero")
    loop.call_soon(print, "soon")
    print(h.when() > now, h.cancelled())
    h.cancel()
    h.cancel()
    print(h.cancelled(), await done)


asyncio.run(main())
