# group: asyncio_sync
import asyncio


async def main():
    woken = 0

    async def waiter(events):
        nonlocal woken
        for e in events:
            await e.wait()
            woken += 1

    events = [asyncio.Event() for _ in range(100)]
    tasks = [asyncio.create_task(waiter(events)) for _ in range(500)]
    for e in events:
        await asyncio.sleep(0)
        e.set()
    await asyncio.gather(*tasks)
    print(woken)


asyncio.run(main())
