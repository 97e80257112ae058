# area: asyncio
# prio: P2
# checks: a group that refuses a coroutine closes it; words of misuse
# newer: 3.13
import asyncio
async def nothing():
    pass


async def fails():
    raise ValueError("f")


def attempt(tg):
    coro = nothing()
    try:
        tg.create_task(coro)
    except RuntimeError as e:
        print(str(e).split("> ")[-1])
    print(coro.cr_frame is None)


async def main():
    tg = asyncio.TaskGroup()
    attempt(tg)
    async with tg:
        pass
    attempt(tg)
    try:
        async with tg:
            pass
    except RuntimeError as e:
        print(str(e).split("> ")[-1])
    try:
        async with asyncio.TaskGroup() as tg:
            tg.create_task(fails())
            try:
                await asyncio.sleep(1)
            finally:
                attempt(tg)
    except* ValueError:
        print("failed")
    print(repr(tg))


asyncio.run(main())
