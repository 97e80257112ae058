# area: asyncio
# prio: P1
# checks: repr of a future with results, exceptions and callbacks
import asyncio
def one(f):
    pass


def two(f):
    pass


async def main():
    loop = asyncio.get_running_loop()
    f = loop.create_future()
    print(f)
    f.add_done_callback(print)
    print(f)
    f.remove_done_callback(print)
    f.set_result(list(range(20)))
    print(f)
    g = loop.create_future()
    g.set_exception(ValueError("x"))
    print(g)
    g.exception()
    h = loop.create_future()
    h.cancel()
    print(h)
    k = loop.create_future()
    k.set_result("y" * 100)
    print(k)
    m = loop.create_future()
    for _ in range(4):
        m.add_done_callback(len)
    print(m)
    m.remove_done_callback(len)
    m.cancel()


asyncio.run(main())
