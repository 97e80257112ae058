# area: asyncio
# prio: P0
# checks: a task exception nobody fetched is reported on standard error when the task dies
# stderr-match: ^Task exception was never retrieved$
# stderr-match: ^future: <Task finished name='lost' coro=<bad\(\) done, defined at .*> exception=ValueError\('nobody looks'\)>$
# stderr-match: ^ValueError: nobody looks$
import asyncio


async def bad():
    raise ValueError("nobody looks")


async def main():
    asyncio.create_task(bad(), name="lost")
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    print("main goes on")


asyncio.run(main())
