# area: asyncio
# prio: P1
# checks: gather inside gather, with exceptions as results

import asyncio


async def give(value):
    await asyncio.sleep(0)
    if isinstance(value, Exception):
        raise value
    return value


async def main():
    print(await asyncio.gather(give(1), asyncio.gather(give(2), give(3)), give([4])))
    print(await asyncio.gather(give(1), give(ValueError("v")), return_exceptions=True))
    print(await asyncio.gather(), await asyncio.gather(*map(give, "abc")))
    try:
        await asyncio.gather(give(KeyError("first")), give(ValueError("second")))
    except KeyError as error:
        print("raised", error)
    same = asyncio.ensure_future(give("once"))
    print(await asyncio.gather(same, same), same.done())


asyncio.run(main())
