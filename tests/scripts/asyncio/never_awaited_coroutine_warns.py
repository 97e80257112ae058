# area: asyncio
# prio: P0
# checks: a coroutine dropped without await warns on standard error
# stderr-match: RuntimeWarning: coroutine 'work' was never awaited
import asyncio


async def work():
    print("never")


async def main():
    work()
    print("dropped")


asyncio.run(main())
