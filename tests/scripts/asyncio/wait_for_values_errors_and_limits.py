# area: asyncio
# prio: P0
# checks: wait_for: values, errors, no limit, a limit of zero
import asyncio
async def value(n, log):
    try:
        await asyncio.sleep(n)
        return "value"
    except asyncio.CancelledError:
        log.append("cancelled")
        raise


async def fails():
    raise KeyError("k")


async def main():
    log = []
    print(await asyncio.wait_for(value(0, log), None))
    print(await asyncio.wait_for(value(0.001, log), 5))
    try:
        await asyncio.wait_for(fails(), 1)
    except KeyError as e:
        print("KeyError", e)
    for limit in (0.01, 0, -1):
        try:
            await asyncio.wait_for(value(5, log), limit)
        except asyncio.TimeoutError as e:
            print("TimeoutError", log)
    f = asyncio.get_running_loop().create_future()
    f.set_result("ready")
    print(await asyncio.wait_for(f, 0))
    g = asyncio.get_running_loop().create_future()
    try:
        await asyncio.wait_for(g, 0.001)
    except TimeoutError:
        print(g.cancelled())
    try:
        await asyncio.wait_for(3, 1)
    except TypeError:
        print("TypeError")


asyncio.run(main())
