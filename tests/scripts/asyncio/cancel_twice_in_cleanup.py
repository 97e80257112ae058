# area: asyncio
# prio: P1
# checks: a second cancel interrupts the cleanup of the first
import asyncio
async def work():
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError as first:
        print("first", first.args)
        try:
            await asyncio.sleep(10)
        except asyncio.CancelledError as second:
            print("second", second.args, second.__context__ is first)
            raise


async def main():
    t = asyncio.create_task(work())
    await asyncio.sleep(0)
    t.cancel("a")
    await asyncio.sleep(0)
    t.cancel("b")
    try:
        await t
    except asyncio.CancelledError as e:
        print("out", e.args, t.cancelling())


asyncio.run(main())
