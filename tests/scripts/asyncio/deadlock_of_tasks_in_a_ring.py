# area: asyncio
# prio: P2
# checks: tasks that await each other are told and can be ended
# newer: never (DeadlockError is ours)
import asyncio
import re


async def main():
    async def first():
        await tasks[1]

    async def second():
        await tasks[0]
    tasks = [asyncio.create_task(first(), name="first"), asyncio.create_task(second(), name="second")]
    try:
        await asyncio.gather(*tasks)
    except asyncio.DeadlockError as e:
        print(re.sub(r"/\S*/", "", str(e)))
    tasks[0].cancel()
    print([type(e).__name__ for e in await asyncio.gather(*tasks, return_exceptions=True)])


asyncio.run(main())
