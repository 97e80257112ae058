# area: asyncio
# prio: P1
# checks: a handler of one's own gets loop and context
import asyncio
def handler(loop, context):
    print(sorted(context), type(context.get("exception")).__name__)
    print(context["message"].split(" at ")[0])


def bad():
    1 / 0


async def main():
    loop = asyncio.get_running_loop()
    print(loop.get_exception_handler())
    loop.set_exception_handler(handler)
    print(loop.get_exception_handler() is handler)
    loop.call_soon(bad)
    await asyncio.sleep(0)
    f = loop.create_future()
    f.set_exception(KeyError("lost"))
    del f
    loop.call_exception_handler({"message": "by hand", "x": 1})
    for wrong in (3, "text"):
        try:
            loop.set_exception_handler(wrong)
        except TypeError as e:
            print(e)
    loop.set_exception_handler(None)
    print(loop.get_exception_handler())


asyncio.run(main())
