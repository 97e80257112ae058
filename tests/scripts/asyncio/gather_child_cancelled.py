# area: asyncio
# prio: P1
# checks: a cancelled child: its CancelledError, the others go on
import asyncio
async def work(n):
    try:
        await asyncio.sleep(0.01 * n)
        print("done", n)
        return n
    except asyncio.CancelledError:
        print("cancelled", n)
        raise


async def main():
    children = [asyncio.create_task(work(n)) for n in (1, 2, 3)]
    outer = asyncio.gather(*children)
    await asyncio.sleep(0)
    children[1].cancel("me")
    try:
        await outer
    except asyncio.CancelledError as e:
        print("outer", e.args, outer.cancelled())
    await asyncio.sleep(0.05)
    children = [asyncio.create_task(work(n)) for n in (1, 2)]
    outer = asyncio.gather(*children, return_exceptions=True)
    await asyncio.sleep(0)
    children[0].cancel("again")
    results = await outer
    print([type(r).__name__ for r in results])
    outer = asyncio.gather(work(1), work(2))
    await asyncio.sleep(0)
    print(outer.cancel(), outer.cancel())
    try:
        await outer
    except asyncio.CancelledError:
        print("all")


asyncio.run(main())
