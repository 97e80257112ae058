# area: asyncio
# prio: P0
# checks: asyncio.run gives main's result or raises its exception, several times in one program
import asyncio


async def main(x):
    await asyncio.sleep(0)
    return x * 2


async def fails():
    raise ValueError("from main")


print(asyncio.run(main(2)), asyncio.run(main(5)))
try:
    asyncio.run(fails())
except ValueError as e:
    print(e)
print(asyncio.run(asyncio.sleep(0, "slept")))
