# area: asyncio
# prio: P0
# checks: a coroutine can be awaited once only
import asyncio


async def work():
    await asyncio.sleep(0)
    return 1


async def main():
    c = work()
    print(await c)
    try:
        await c
    except RuntimeError as e:
        print(e)
    d = work()
    d.close()
    try:
        await d
    except RuntimeError as e:
        print(e)
    e1 = work()
    t = asyncio.create_task(e1)
    await asyncio.sleep(0)
    try:
        await e1
    except RuntimeError as e:
        print(e)
    print(await t)


asyncio.run(main())
