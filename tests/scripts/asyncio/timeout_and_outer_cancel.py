# area: asyncio
# prio: P1
# checks: a cancel from outside wins over the time limit
import asyncio
async def limited(log):
    try:
        async with asyncio.timeout(0.02):
            try:
                await asyncio.sleep(5)
            except asyncio.CancelledError:
                log.append("inner")
                await asyncio.sleep(0.3)
                raise
    except TimeoutError:
        log.append("TimeoutError")
    except asyncio.CancelledError:
        log.append("CancelledError")
        raise


async def main():
    log = []
    t = asyncio.create_task(limited(log))
    await asyncio.sleep(0.15)
    t.cancel("outside")
    try:
        await t
    except asyncio.CancelledError:
        log.append("out")
    print(log)
    log = []
    await limited(log)
    print(log)
    try:
        async with asyncio.timeout(0.01):
            try:
                await asyncio.sleep(5)
            except asyncio.CancelledError:
                raise KeyError("other")
    except KeyError as e:
        print(repr(e))


asyncio.run(main())
