# area: asyncio
# prio: P0
# checks: a failing child cancels the others and the group raises an ExceptionGroup
import asyncio


async def sibling():
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        print("sibling cancelled")
        raise


async def bad(msg):
    await asyncio.sleep(0)
    raise ValueError(msg)


async def main():
    try:
        async with asyncio.TaskGroup() as tg:
            s = tg.create_task(sibling())
            tg.create_task(bad("one"))
            tg.create_task(bad("two"))
            try:
                await asyncio.sleep(10)
            finally:
                print("body cancelled")
    except* ValueError as eg:
        print(eg.message, [str(e) for e in eg.exceptions], s.cancelled())
    try:
        async with asyncio.TaskGroup() as tg:
            tg.create_task(sibling())
            await asyncio.sleep(0)
            raise KeyError("body")
    except ExceptionGroup as eg:
        print(repr(eg))


asyncio.run(main())
