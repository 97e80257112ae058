# area: asyncio
# prio: P0
# checks: call_soon callbacks run first in, first out, each turn only what was there before
import asyncio


async def main():
    loop = asyncio.get_running_loop()
    log = []

    def cb(n):
        log.append(n)
        if n < 3:
            loop.call_soon(cb, n + 10)

    for i in range(5):
        loop.call_soon(cb, i)
    print(log)
    await asyncio.sleep(0)
    print(log)
    await asyncio.sleep(0)
    print(log)
    h = loop.call_soon(log.append, "never")
    h.cancel()
    await asyncio.sleep(0)
    print(log[-1], h.cancelled())


asyncio.run(main())
