# area: asyncio
# prio: P1
# checks: waiting for an event with wait_for and timeout, and both outcomes

import asyncio


async def main():
    event = asyncio.Event()
    try:
        await asyncio.wait_for(event.wait(), 0.01)
    except TimeoutError as error:
        print("timed out", repr(error))
    asyncio.get_running_loop().call_soon(event.set)
    print(await asyncio.wait_for(event.wait(), 1), event.is_set())
    event.clear()
    async with asyncio.timeout(1) as scope:
        await asyncio.sleep(0)
    print(scope.expired())
    try:
        async with asyncio.timeout(0.005) as scope:
            await event.wait()
    except TimeoutError:
        print(scope.expired(), event.is_set())
    done, pending = await asyncio.wait([asyncio.create_task(event.wait()), asyncio.create_task(asyncio.sleep(0, "x"))], return_when=asyncio.FIRST_COMPLETED)
    print([t.result() for t in done], len(pending))
    for task in pending:
        task.cancel()
    print(await asyncio.gather(*pending, return_exceptions=True))


asyncio.run(main())
