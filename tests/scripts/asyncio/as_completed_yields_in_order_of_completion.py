# area: asyncio
# prio: P1
# checks: as_completed gives awaitables in order of completion
import asyncio


async def w(n, t):
    await asyncio.sleep(t)
    if n == 2:
        raise ValueError(n)
    return n


async def main():
    for c in asyncio.as_completed([w(1, 0.05), w(2, 0.02), w(3, 0)]):
        try:
            print(await c)
        except ValueError as e:
            print("error", e)
    try:
        for c in asyncio.as_completed([w(4, 10)], timeout=0.01):
            await c
    except TimeoutError:
        print("timeout")


asyncio.run(main())
