# area: asyncio
# prio: P0
# checks: a running loop refuses run_*, close and other loops
import asyncio
async def main():
    loop = asyncio.get_running_loop()
    other = asyncio.new_event_loop()
    coro = asyncio.sleep(0)
    for call, args in [(loop.run_forever, ()), (loop.run_until_complete, (coro,)),
                       (loop.close, ()), (other.run_forever, ()),
                       (other.run_until_complete, (coro,))]:
        try:
            call(*args)
        except RuntimeError as e:
            print(e)
    coro.close()
    inner = asyncio.sleep(0)
    try:
        asyncio.run(inner)
    except RuntimeError as e:
        print(e)
    inner.close()
    other.close()
    print(loop.is_running(), other.is_running())


asyncio.run(main())
