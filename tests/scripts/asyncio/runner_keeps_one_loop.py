# area: asyncio
# prio: P0
# checks: Runner runs several coroutines on one loop, tasks live on between runs
import asyncio


async def start():
    async def work():
        for i in range(3):
            print("work", i)
            await asyncio.sleep(0)
    global task
    task = asyncio.create_task(work())
    return asyncio.get_running_loop()


async def finish():
    await task
    return asyncio.get_running_loop()


with asyncio.Runner() as runner:
    a = runner.run(start())
    print("between")
    b = runner.run(finish())
    print(a is b, a is runner.get_loop(), a.is_running())
print(a.is_closed())
c = finish()
try:
    runner.run(c)
except RuntimeError as e:
    print(e)
c.close()
