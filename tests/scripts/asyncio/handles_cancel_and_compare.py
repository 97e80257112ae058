# area: asyncio
# prio: P1
# checks: handles and timer handles: cancel, repr, when, order
import asyncio
import re


def noop():
    pass


async def main():
    loop = asyncio.get_running_loop()
    h = loop.call_soon(noop)
    print(re.sub(r" at \S*:", " at FILE:", repr(h)), h.cancelled())
    h.cancel()
    h.cancel()
    print(h, h.cancelled())
    now = loop.time()
    a = loop.call_at(now + 5, noop)
    b = loop.call_at(now + 6, noop)
    c = loop.call_at(now + 5, noop)
    print(a < b, b > a, a <= c, a == c, a >= b, a == b, a.when() == now + 5)
    print(a.__lt__(3), hash(a) == hash(c), isinstance(a, asyncio.Handle))
    for t in (a, b, c):
        t.cancel()
    print(re.sub(r"when=\S+", "when=T", repr(a)), a.cancelled())
    print(a == c)
    late = loop.call_later(0, print, "late")
    await asyncio.sleep(0.01)
    late.cancel()
    print(late.cancelled())


asyncio.run(main())
