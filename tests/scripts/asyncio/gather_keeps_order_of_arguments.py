# area: asyncio
# prio: P0
# checks: gather's results follow the arguments whatever the order of completion; the empty gather
import asyncio


async def w(n, delay):
    await asyncio.sleep(delay)
    print("finish", n)
    return n


async def main():
    print(await asyncio.gather(w(1, 0.03), w(2, 0), w(3, 0.01)))
    print(await asyncio.gather())
    c = w("same", 0)
    print(await asyncio.gather(c, c))
    t = asyncio.create_task(w("task", 0))
    f = asyncio.get_running_loop().create_future()
    f.set_result("future")
    print(await asyncio.gather(t, f, *[w(i, 0) for i in range(2)]))


asyncio.run(main())
