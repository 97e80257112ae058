# area: asyncio
# prio: P0
# checks: tasks that await one future resume in the order they began to wait
import asyncio


async def main():
    f = asyncio.get_running_loop().create_future()

    async def w(n):
        r = await f
        print("woke", n, r)

    ts = [asyncio.create_task(w(i)) for i in range(4)]
    await asyncio.sleep(0)
    f.set_result("r")
    print("set")
    await asyncio.gather(*ts)
    print(await f, "again")


asyncio.run(main())
