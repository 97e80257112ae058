# area: asyncio
# prio: P0
# checks: current_task is the one that runs, all_tasks those not done
import asyncio


async def child():
    me = asyncio.current_task()
    await asyncio.sleep(0)
    return me is asyncio.current_task(), me.get_name()


async def main():
    print(asyncio.current_task().get_name().startswith("Task-"))
    t = asyncio.create_task(child(), name="kid")
    u = asyncio.create_task(child(), name="kid 2")
    print(sorted(x.get_name() for x in asyncio.all_tasks() if x is not asyncio.current_task()))
    print(await t, await u, len(asyncio.all_tasks()))
    asyncio.get_running_loop().call_soon(lambda: print("in callback", asyncio.current_task()))
    await asyncio.sleep(0)


asyncio.run(main())
