# area: toplevel
# prio: P0
# checks: async for, async with, async comprehensions and try at the top level
import asyncio
from contextlib import asynccontextmanager


async def agen(n):
    for i in range(n):
        await asyncio.sleep(0)
        yield i


@asynccontextmanager
async def managed(name):
    print("open", name)
    yield name
    print("close", name)


async for x in agen(2):
    print(x)
print([x async for x in agen(3)], {x: x async for x in agen(2)})
async with managed("a") as name, asyncio.timeout(5):
    print(name, await anext(agen(1)))
try:
    async with asyncio.timeout(0.01):
        await asyncio.sleep(10)
except TimeoutError:
    print("timed out")
finally:
    await asyncio.sleep(0)
    print("finally")
