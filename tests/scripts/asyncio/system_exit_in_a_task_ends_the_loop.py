# area: asyncio
# prio: P1
# checks: SystemExit and KeyboardInterrupt leave the loop at once
# stderr-match: ^Task exception was never retrieved$
# stderr-match: ^KeyboardInterrupt: k$
import asyncio
async def leaves(exc):
    await asyncio.sleep(0)
    raise exc


async def main(exc):
    t = asyncio.create_task(leaves(exc))
    try:
        await asyncio.sleep(5)
    except asyncio.CancelledError:
        print("main cancelled", t.done())
        raise
    finally:
        print("finally")


for exc in (SystemExit(4), KeyboardInterrupt("k")):
    try:
        asyncio.run(main(exc))
    except BaseException as e:
        print(type(e).__name__, e.args, e is exc)
