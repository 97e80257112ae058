# area: asyncio
# prio: P0
# checks: asend, athrow and aclose of async generators
import asyncio


async def agen():
    try:
        while True:
            try:
                got = yield "y"
                print("got", got)
            except ValueError as e:
                print("caught", e)
                yield "recovered"
    finally:
        await asyncio.sleep(0)
        print("closed")


async def main():
    g = agen()
    print(await g.__anext__(), await g.asend(5), await g.athrow(ValueError("v")), await g.asend(None))
    await g.aclose()
    await g.aclose()
    try:
        await g.__anext__()
    except StopAsyncIteration:
        print("exhausted")
    h = agen()
    try:
        await h.asend(1)
    except TypeError as e:
        print(e)
    await h.aclose()


asyncio.run(main())
