# area: asyncio
# prio: P0
# checks: two hundred nested awaits suspend and resume at the innermost, exceptions climb out
import asyncio


async def chain(n):
    if n == 0:
        for i in range(3):
            await asyncio.sleep(0)
        return 0
    return 1 + await chain(n - 1)


async def fails(n):
    if n == 0:
        await asyncio.sleep(0)
        raise KeyError("bottom")
    try:
        await fails(n - 1)
    except KeyError as e:
        e.args = (e.args[0], n)
        raise


async def main():
    print(await asyncio.gather(chain(200), chain(10)))
    try:
        await fails(100)
    except KeyError as e:
        print(e.args)


asyncio.run(main())
