# area: asyncio
# prio: P1
# checks: timeout_at, expired(), when(), no limit
import asyncio
async def main():
    loop = asyncio.get_running_loop()
    async with asyncio.timeout(None) as t:
        print(t.when(), t.expired(), t)
    print(t, t.expired())
    try:
        async with asyncio.timeout_at(loop.time() + 0.01) as t:
            await asyncio.sleep(5)
    except TimeoutError as e:
        print("TimeoutError", t.expired(), t)
    try:
        async with asyncio.timeout(-1):
            print("runs")
            await asyncio.sleep(0)
            print("not this")
    except TimeoutError:
        print("at once", asyncio.current_task().cancelling())
    async with asyncio.timeout(5) as t:
        pass
    try:
        t.reschedule(1)
    except RuntimeError as e:
        print(e)


asyncio.run(main())
