# area: asyncio
# prio: P0
# checks: asyncio.wait with ALL_COMPLETED, FIRST_COMPLETED, FIRST_EXCEPTION and a timeout
import asyncio


async def w(n, t, fail=False):
    await asyncio.sleep(t)
    if fail:
        raise ValueError(n)
    return n


async def show(**kw):
    ts = [asyncio.create_task(w(1, 0)), asyncio.create_task(w(2, 0.02, True)), asyncio.create_task(w(3, 0.2))]
    done, pending = await asyncio.wait(ts, **kw)
    print([t in done for t in ts], [t in pending for t in ts])
    for t in pending:
        t.cancel()
    print([type(r).__name__ for r in await asyncio.gather(*ts, return_exceptions=True)])


async def main():
    await show(timeout=0.08)
    await show(return_when=asyncio.FIRST_COMPLETED)
    await show(return_when=asyncio.FIRST_EXCEPTION)
    await show()
    c = w(1, 0)
    for bad in ([], [c]):
        try:
            await asyncio.wait(bad)
        except (ValueError, TypeError) as e:
            print(type(e).__name__)
    c.close()


asyncio.run(main())
