# area: asyncio
# prio: P0
# checks: cancelling a future directly raises CancelledError in who awaits it
import asyncio


async def main():
    f = asyncio.get_running_loop().create_future()

    async def w():
        try:
            await f
        except asyncio.CancelledError as e:
            print("waiter got", e.args)
            return "handled"

    t = asyncio.create_task(w())
    await asyncio.sleep(0)
    print(f.cancel("msg"), f.cancel(), f.cancelled(), f.done())
    print(await t)
    try:
        f.set_result(1)
    except asyncio.InvalidStateError:
        print("invalid state")


asyncio.run(main())
