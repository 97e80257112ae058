# area: asyncio
# prio: P1
# checks: a StreamReader: errors of the stream, a second reader
import asyncio
async def main():
    r = asyncio.StreamReader()
    first = asyncio.create_task(r.readline())
    await asyncio.sleep(0)
    for call in (r.read(1), r.readline(), r.readexactly(1)):
        try:
            await call
        except RuntimeError as e:
            print(e)
    r.set_exception(ConnectionResetError("peer"))
    try:
        await first
    except ConnectionResetError as e:
        print(e, r.exception() is e)
    for call in (r.read(), r.readline(), r.readuntil(), r.readexactly(1)):
        try:
            await call
        except ConnectionResetError as e:
            print("again", e)
    s = asyncio.StreamReader()
    t = asyncio.create_task(s.read(3))
    await asyncio.sleep(0)
    t.cancel()
    await asyncio.wait([t])
    s.feed_data(b"kept")
    print(t.cancelled(), await s.read(10))


asyncio.run(main())
