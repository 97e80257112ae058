# area: asyncio
# prio: P0
# checks: call_soon takes positional arguments only; partial carries the rest; exceptions go to the handler
import asyncio
import functools


async def main():
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(lambda l, ctx: print("handler", sorted(ctx), repr(ctx["exception"])))
    loop.call_soon(functools.partial(print, "partial", sep="-"), 1)

    def bad():
        raise ValueError("from callback")

    loop.call_soon(bad)
    loop.call_soon(print, "next still runs")
    await asyncio.sleep(0)
    try:
        loop.call_soon(print, key=1)
    except TypeError as e:
        print("TypeError")


asyncio.run(main())
