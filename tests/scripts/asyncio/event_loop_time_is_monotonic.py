# area: asyncio
# prio: P0
# checks: loop.time never goes back and sleeping lasts at least as long as asked
import asyncio


async def main():
    loop = asyncio.get_running_loop()
    a = loop.time()
    await asyncio.sleep(0.02)
    b = loop.time()
    print(b - a >= 0.019, isinstance(a, float), b >= a)
    await asyncio.sleep(-5)
    print(loop.time() >= b)


asyncio.run(main())
