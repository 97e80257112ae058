# area: asyncio
# prio: P0
# checks: awaiting a coroutine directly does not give way to other tasks
import asyncio


async def other():
    print("other task")


async def leaf(n):
    print("leaf", n)
    return n


async def middle(n):
    return await leaf(n) + await leaf(n + 1)


async def main():
    t = asyncio.create_task(other())
    print(await middle(1))
    print("still no other")
    await t


asyncio.run(main())
