# area: asyncio
# prio: P0
# checks: create_task wants a coroutine; ensure_future takes futures as they are
import asyncio


async def work():
    return 1


async def main():
    for bad in (work, 5, None):
        try:
            asyncio.create_task(bad)
        except TypeError as e:
            print("TypeError")
    loop = asyncio.get_running_loop()
    t = loop.create_task(work())
    print(await t, await asyncio.ensure_future(work()), asyncio.ensure_future(t) is t)


asyncio.run(main())
