# area: asyncio
# prio: P0
# checks: cancel of a finished task says False; a task whose future is already done is still cancelled
import asyncio


async def main():
    async def quick():
        return 1

    t = asyncio.create_task(quick())
    await t
    print(t.cancel(), t.cancelled(), t.result())
    f = asyncio.get_running_loop().create_future()

    async def waits():
        try:
            return await f
        except asyncio.CancelledError:
            print("cancelled though the future was set")
            raise

    w = asyncio.create_task(waits())
    await asyncio.sleep(0)
    f.set_result("v")
    w.cancel()
    print(await asyncio.gather(w, return_exceptions=True), f.result())


asyncio.run(main())
