# area: asyncio
# prio: P1
# checks: a subclass of Future with overridden methods
import asyncio
class Loud(asyncio.Future):
    def add_done_callback(self, fn, *, context=None):
        print("add")
        super().add_done_callback(fn, context=context)

    def set_result(self, value):
        print("set", value)
        super().set_result(value * 2)

    def cancel(self, msg=None):
        print("cancel", msg)
        return super().cancel(msg=msg)


async def main():
    loop = asyncio.get_running_loop()
    f = Loud(loop=loop)
    f.extra = "kept"
    loop.call_soon(f.set_result, 21)
    print(await f, f.extra, asyncio.isfuture(f))
    g = Loud()

    async def wait():
        try:
            await g
        except asyncio.CancelledError as e:
            print("cancelled", e.args)
            raise

    t = asyncio.create_task(wait())
    await asyncio.sleep(0)
    t.cancel("stop")
    print(await asyncio.gather(t, return_exceptions=True))
    print(type(g).__name__, g.cancelled())


asyncio.run(main())
