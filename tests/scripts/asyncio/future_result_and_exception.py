# area: asyncio
# prio: P0
# checks: futures: set_result, set_exception, states, awaiting and errors
import asyncio


async def main():
    loop = asyncio.get_running_loop()
    f = loop.create_future()
    print(f.done(), f.cancelled())
    for call in (f.result, f.exception):
        try:
            call()
        except asyncio.InvalidStateError as e:
            print(e)
    f.set_result(5)
    print(f.done(), f.result(), f.exception(), await f)
    try:
        f.set_result(6)
    except asyncio.InvalidStateError as e:
        print(type(e).__name__)
    g = loop.create_future()
    g.set_exception(KeyError("k"))
    try:
        await g
    except KeyError as e:
        print(repr(e), g.exception() is e)
    h = loop.create_future()
    h.set_exception(ValueError)
    print(repr(h.exception()))
    i = loop.create_future()
    try:
        i.set_exception(StopIteration())
    except TypeError as e:
        print("StopIteration refused")
    else:
        # Since 3.12 it is wrapped.
        print("StopIteration refused" if isinstance(i.exception(), RuntimeError) else "kept")


asyncio.run(main())
