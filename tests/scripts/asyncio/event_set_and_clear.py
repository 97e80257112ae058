# area: asyncio
# prio: P1
# checks: event: set wakes all who wait even if cleared at once; repr
import asyncio
import re


def show(event):
    return re.sub(r"0x[0-9a-f]+", "ID", repr(event))


async def main():
    event = asyncio.Event()
    print(show(event), event.is_set())
    waiters = [asyncio.create_task(event.wait()) for _ in range(3)]
    await asyncio.sleep(0)
    print(show(event))
    event.set()
    event.clear()
    print(await asyncio.gather(*waiters), event.is_set())
    event.set()
    event.set()
    print(await event.wait(), show(event))
    event.clear()
    t = asyncio.create_task(event.wait())
    await asyncio.sleep(0)
    t.cancel()
    await asyncio.wait([t])
    print(show(event))


asyncio.run(main())
