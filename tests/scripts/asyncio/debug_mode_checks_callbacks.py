# area: asyncio
# prio: P2
# checks: debug mode: coroutines and uncallable things are refused as callbacks
import asyncio
async def coro():
    pass


async def main():
    loop = asyncio.get_running_loop()
    for call in (lambda: loop.call_soon(coro), lambda: loop.call_later(1, coro),
                 lambda: loop.call_at(1, coro), lambda: loop.call_soon(3)):
        try:
            call()
        except TypeError as e:
            print(e)
    print("end")


asyncio.run(main(), debug=True)
