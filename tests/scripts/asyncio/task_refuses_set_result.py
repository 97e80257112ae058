# area: asyncio
# prio: P1
# checks: Task has no set_result, and direct construction
import asyncio
async def value():
    return 5


async def main():
    loop = asyncio.get_running_loop()
    t = asyncio.Task(value(), loop=loop, name="direct")
    for call in (t.set_result, t.set_exception):
        try:
            call(ValueError())
        except RuntimeError as e:
            print(e)
    print(await t, t.get_name(), t.get_loop() is loop)
    print(t.get_coro().__name__)
    try:
        asyncio.Task(3, loop=loop)
    except TypeError as e:
        print(e)
    try:
        asyncio.Task(loop=loop)
    except TypeError as e:
        print("TypeError")


asyncio.run(main())
