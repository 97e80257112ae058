# area: asyncio
# prio: P0
# checks: a cancelled waiter of an event does not stop the others
import asyncio


async def main():
    ev = asyncio.Event()

    async def waiter(n):
        try:
            await ev.wait()
            print("woke", n)
        except asyncio.CancelledError:
            print("cancelled", n)
            raise

    ts = [asyncio.create_task(waiter(i)) for i in range(3)]
    await asyncio.sleep(0)
    ts[1].cancel()
    ev.set()
    print([type(r).__name__ for r in await asyncio.gather(*ts, return_exceptions=True)])
    try:
        await asyncio.wait_for(asyncio.Event().wait(), 0.01)
    except TimeoutError:
        print("timed out")


asyncio.run(main())
