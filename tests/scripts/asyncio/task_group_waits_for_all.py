# area: asyncio
# prio: P0
# checks: TaskGroup joins its tasks at the end of the block, children may add more
import asyncio


async def child(tg, n):
    await asyncio.sleep(0)
    print("child", n)
    if n < 3:
        tg.create_task(child(tg, n + 1))
    return n * 10


async def main():
    async with asyncio.TaskGroup() as tg:
        a = tg.create_task(child(tg, 1))
        b = tg.create_task(child(tg, 3), name="named")
        print("body ends")
    print(a.result(), b.result(), b.get_name())
    async with asyncio.TaskGroup():
        print("empty group")
    try:
        c = child(tg, 0)
        tg.create_task(c)
    except RuntimeError as e:
        print(str(e).split(">")[-1].strip())
        c.close()


asyncio.run(main())
