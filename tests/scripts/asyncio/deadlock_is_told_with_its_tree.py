# area: asyncio
# prio: P1
# checks: when nothing can happen any more the main task gets a DeadlockError
# newer: never (DeadlockError is ours)
import asyncio
import re


async def worker(mine, other):
    async with mine:
        await asyncio.sleep(0)
        async with other:
            print("never")


async def main():
    a, b = asyncio.Lock(), asyncio.Lock()
    async with asyncio.TaskGroup() as tg:
        tg.create_task(worker(a, b), name="one")
        tg.create_task(worker(b, a), name="two")


def tidy(error):
    text = re.sub(r"0x[0-9a-f]+", "ID", str(error))
    return re.sub(r"/\S*/", "", text)


try:
    asyncio.run(main())
except RuntimeError as e:
    print(type(e).__name__, tidy(e))


async def survives():
    try:
        await asyncio.Event().wait()
    except asyncio.DeadlockError as e:
        print(tidy(e))
    return await asyncio.sleep(0.001, "goes on")


print(asyncio.run(survives()))
loop = asyncio.new_event_loop()
try:
    loop.run_until_complete(loop.create_future())
except asyncio.DeadlockError as e:
    print(tidy(e))
loop.close()
