# area: asyncio
# prio: P0
# checks: names of tasks: given, converted by str, numbered, changed
import asyncio
async def nothing():
    pass


async def main():
    print(asyncio.current_task().get_name())
    first = asyncio.create_task(nothing())
    named = asyncio.create_task(nothing(), name="job")
    number = asyncio.create_task(nothing(), name=7)
    print(first.get_name(), named.get_name(), number.get_name())
    first.set_name(("a", 1))
    print(first.get_name())
    await asyncio.gather(first, named, number)
    print(repr(named).split(" coro=")[0], named.done())


asyncio.run(main())
