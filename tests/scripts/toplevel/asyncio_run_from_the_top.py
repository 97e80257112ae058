# area: toplevel
# prio: P0
# checks: asyncio.run and Runner at the top level use a loop of their own, the top's tasks wait meanwhile
import asyncio


async def inside(n):
    await asyncio.sleep(0)
    print("inside", n, len(asyncio.all_tasks()))
    return n, asyncio.get_running_loop()


async def background():
    print("background ran")


t = asyncio.create_task(background())
n, other = asyncio.run(inside(1))
print(n, other is asyncio.get_running_loop(), other.is_closed(), t.done())
with asyncio.Runner() as runner:
    print(runner.run(inside(2))[0], runner.run(inside(3))[1] is runner.get_loop())
await t
print("end", t.done())
