# area: asyncio
# prio: P0
# checks: create_task wants a coroutine and a running loop
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
c = work()
try:
    asyncio.create_task(c)
except RuntimeError as e:
    print(e)
c.close()
