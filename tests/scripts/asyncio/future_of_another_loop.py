# area: asyncio
# prio: P1
# checks: awaiting a future of another loop, and oneself
import asyncio
async def main():
    other = asyncio.new_event_loop()
    f = other.create_future()

    async def waits():
        await f
    t = asyncio.create_task(waits())
    try:
        await t
    except RuntimeError as e:
        print("attached to a different loop" in str(e))

    async def itself():
        await me
    me = asyncio.create_task(itself())
    try:
        await me
    except RuntimeError as e:
        print(str(e).startswith("Task cannot await on itself"))

    class Junk:
        def __await__(self):
            yield "junk"

    async def junk():
        await Junk()
    try:
        await asyncio.create_task(junk())
    except RuntimeError as e:
        print(e)

    class Fut:
        def __await__(self):
            yield g
    g = asyncio.get_running_loop().create_future()

    async def yields():
        await Fut()
    try:
        await asyncio.create_task(yields())
    except RuntimeError as e:
        print(str(e).split(" in task")[0])
    other.close()


asyncio.run(main())
