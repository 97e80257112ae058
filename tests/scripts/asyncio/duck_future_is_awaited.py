# area: asyncio
# prio: P2
# checks: an object with the protocol of futures can be awaited
import asyncio
class Duck:
    _asyncio_future_blocking = False

    def __init__(self, loop):
        self._loop = loop
        self._callbacks = []
        self._value = None
        self._done = False

    def get_loop(self):
        return self._loop

    def add_done_callback(self, fn, *, context=None):
        print("callback", context is not None)
        self._callbacks.append((fn, context))

    def cancel(self, msg=None):
        print("cancel", msg)
        return False

    def done(self):
        return self._done

    def finish(self, value):
        self._value, self._done = value, True
        for fn, context in self._callbacks:
            self._loop.call_soon(fn, self, context=context)

    def result(self):
        return self._value

    def __await__(self):
        if not self._done:
            self._asyncio_future_blocking = True
            yield self
        return self.result()


async def main():
    loop = asyncio.get_running_loop()
    duck = Duck(loop)
    print(asyncio.isfuture(duck))
    loop.call_later(0.001, duck.finish, "quack")
    print(await asyncio.create_task(wait(duck)))


async def wait(duck):
    return await duck


asyncio.run(main())
