# area: asyncio
# prio: P0
# checks: an inner group's failure becomes a nested ExceptionGroup outside
import asyncio


async def bad(e):
    raise e


async def inner():
    async with asyncio.TaskGroup() as tg:
        tg.create_task(bad(ValueError(1)))
        tg.create_task(bad(TypeError(2)))


async def main():
    try:
        async with asyncio.TaskGroup() as tg:
            tg.create_task(inner())
            tg.create_task(bad(KeyError(3)))
    except* ValueError as eg:
        print("values", repr(eg))
    except* TypeError as eg:
        print("types", repr(eg))
    except* KeyError as eg:
        print("keys", repr(eg))
    print("end")


asyncio.run(main())
