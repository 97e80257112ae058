# area: asyncio
# prio: P1
# checks: call_soon_threadsafe also works on the loop itself
import asyncio
async def main():
    loop = asyncio.get_running_loop()
    order = []
    loop.call_soon(order.append, 1)
    h = loop.call_soon_threadsafe(order.append, 2)
    loop.call_soon(order.append, 3)
    print(type(h).__name__, h.cancelled())
    await asyncio.sleep(0)
    print(order)
    loop.call_soon_threadsafe(order.append, 4).cancel()
    await asyncio.sleep(0)
    print(order)


asyncio.run(main())
