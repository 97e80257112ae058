# area: asyncio
# prio: P0
# checks: await of what is no awaitable raises TypeError; objects with __await__ work
import asyncio


class Ready:
    def __await__(self):
        return iter(())


class Bad:
    def __await__(self):
        return 5


async def attempt(x):
    try:
        return await x
    except TypeError as e:
        return type(e).__name__


async def main():
    print(await Ready())
    for x in (5, None, [], "s", Bad(), (i for i in ()), main):
        print(await attempt(x))


asyncio.run(main())
