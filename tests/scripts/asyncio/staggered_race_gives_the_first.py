# area: asyncio
# prio: P2
# checks: asyncio.staggered: runners start one after the other
import asyncio
from asyncio.staggered import staggered_race


async def runner(n, delay, fail=False):
    print("start", n)
    await asyncio.sleep(delay)
    if fail:
        raise OSError(n)
    return n


async def main():
    loop = asyncio.get_running_loop()
    fns = [lambda: runner(0, 0.01, True), lambda: runner(1, 0.05), lambda: runner(2, 0.5)]
    result, index, errors = await staggered_race(fns, 0.1, loop=loop)
    print(result, index, [repr(e) for e in errors])
    result, index, errors = await staggered_race([lambda: runner(0, 0, True)] * 2, 1, loop=loop)
    print(result, index, [repr(e) for e in errors])


asyncio.run(main())
