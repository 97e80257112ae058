# area: asyncio
# prio: P0
# checks: try, except and finally around awaits, with chaining through tasks
import asyncio


async def bad():
    await asyncio.sleep(0)
    raise ValueError("low")


async def wraps():
    try:
        await bad()
    except ValueError as e:
        await asyncio.sleep(0)
        raise RuntimeError("high") from e
    finally:
        await asyncio.sleep(0)
        print("finally")


async def main():
    t = asyncio.create_task(wraps())
    try:
        await t
    except RuntimeError as e:
        print(repr(e), repr(e.__cause__), e is t.exception())
    try:
        await bad()
    except ValueError:
        try:
            await wraps()
        except RuntimeError as e:
            print(repr(e.__context__), repr(e.__cause__.__context__))


asyncio.run(main())
