# area: asyncio
# prio: P0
# checks: sleepers wake by deadline, not by creation
import asyncio


async def s(name, t):
    await asyncio.sleep(t)
    print(name)
    return name


async def main():
    print(await asyncio.gather(s("c", 0.06), s("a", 0.01), s("b", 0.03), s("now", 0), s("past", -1)))
    print(await asyncio.sleep(0.001, result="value"))


asyncio.run(main())
