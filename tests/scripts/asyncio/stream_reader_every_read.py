# area: asyncio
# prio: P0
# checks: a StreamReader fed by hand: every way to read
import asyncio
async def main():
    r = asyncio.StreamReader()
    r.feed_data(b"one\ntwo\nthree;four")
    print(await r.readline(), await r.read(2), await r.readexactly(2))
    print(await r.readuntil(b";"), r.at_eof())
    r.feed_data(b"!")
    r.feed_eof()
    print(await r.read(), r.at_eof(), await r.read(5), await r.readline())
    for call in (r.readexactly(3), r.readuntil(b"x")):
        try:
            await call
        except asyncio.IncompleteReadError as e:
            print(e, e.partial, e.expected)
    s = asyncio.StreamReader()
    s.feed_data(b"ab\ncd\nef")
    s.feed_eof()
    print([line async for line in s])
    t = asyncio.StreamReader()
    asyncio.get_running_loop().call_soon(t.feed_data, b"late")
    print(await t.read(10), await t.read(0))
    print(repr(t)[:13], repr(asyncio.StreamReader(limit=5)))
    for call in (t.readexactly(-1), t.readuntil(b"")):
        try:
            await call
        except ValueError as e:
            print(e)


asyncio.run(main())
