# area: asyncio
# prio: P2
# checks: sleep of NaN, None and text
# newer: 3.13
import asyncio
async def main():
    for delay in (float("nan"), None, "1"):
        try:
            await asyncio.sleep(delay)
        except (ValueError, TypeError) as e:
            print(type(e).__name__)
    print(await asyncio.sleep(-5, "negative"), await asyncio.sleep(False, 1))
    print(await asyncio.sleep(0.001, result=[2]))


asyncio.run(main())
