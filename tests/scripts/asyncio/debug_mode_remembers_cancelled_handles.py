# area: asyncio
# prio: P2
# checks: debug mode: a cancelled handle still says what it would have called
import asyncio


def noop(*args):
    pass


async def main():
    loop = asyncio.get_running_loop()
    h = loop.call_soon(noop, 1, "two")
    h.cancel()
    text = repr(h)
    print(text.startswith("<Handle cancelled noop(1, 'two') at "), " created at " in text)
    t = loop.call_later(100, noop)
    t.cancel()
    print(repr(t).startswith("<TimerHandle cancelled when="), "noop() at" in repr(t))
    f = asyncio.events.Handle(noop, (3,), loop)
    print(f._args, f.cancelled())
    f.cancel()
    print("noop(3)" in repr(f), f._args)


asyncio.run(main(), debug=True)
