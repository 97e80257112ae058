# area: asyncio
# prio: P0
# checks: cancelling the parent cancels the children, CancelledError comes out plain
import asyncio


async def child(n):
    try:
        await asyncio.sleep(10)
    finally:
        ended.append(n)


ended = []


async def parent():
    async with asyncio.TaskGroup() as tg:
        tg.create_task(child(1))
        tg.create_task(child(2))
    print("never")


async def main():
    t = asyncio.create_task(parent())
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    t.cancel()
    try:
        await t
    except asyncio.CancelledError:
        print("cancelled", t.cancelled(), sorted(ended))


asyncio.run(main())
