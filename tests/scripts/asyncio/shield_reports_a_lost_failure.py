# area: asyncio
# prio: P2
# checks: an inner failure that nobody can see is reported when it happens
# newer: 3.14 (written by hand from its documentation)
import asyncio
async def inner():
    await asyncio.sleep(0.01)
    raise ValueError("inner")


async def main():
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(lambda loop, context: print(context["message"], repr(context["exception"])))
    task = asyncio.create_task(inner())
    try:
        async with asyncio.timeout(0.001):
            await asyncio.shield(task)
    except TimeoutError:
        print("TimeoutError")
    await asyncio.wait([task])
    await asyncio.sleep(0)
    print("end", task.done())


asyncio.run(main())
