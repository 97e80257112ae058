# area: asyncio
# prio: P0
# checks: a created task runs only when the creator gives way, in creation order
import asyncio


async def child(n):
    print("child", n, "starts")
    await asyncio.sleep(0)
    print("child", n, "ends")
    return n


async def main():
    a = asyncio.create_task(child(1))
    b = asyncio.create_task(child(2))
    print("created", a.done())
    await asyncio.sleep(0)
    print("after one turn")
    print(await b, await a, a.done(), a.result())


asyncio.run(main())
