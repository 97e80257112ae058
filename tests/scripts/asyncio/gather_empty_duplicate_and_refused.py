# area: asyncio
# prio: P1
# checks: gather: nothing, the same thing twice, things that are none
import asyncio
async def value(n):
    print("run", n)
    return n


async def main():
    print(await asyncio.gather())
    c = value(1)
    print(await asyncio.gather(c, c, value(2), c))
    t = asyncio.create_task(value(3))
    print(await asyncio.gather(t, t))
    d = value(4)
    try:
        asyncio.gather(d, 5)
    except TypeError as e:
        print(e)
    done = asyncio.gather(value(6))
    print(await done, done.cancel(), done)


asyncio.run(main())
