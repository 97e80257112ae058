# area: asyncio
# prio: P0
# checks: a callback that fails is reported and the next ones run
# stderr-match: ^Exception in callback bad\(.*\) at 
# stderr-match: ^RuntimeError: one$
# stderr-match: ^RuntimeError: two$
# stderr-match: ^Exception in callback bad\(.*\) at 
# stderr-match: ^RuntimeError: three$
import asyncio
def bad(n):
    raise RuntimeError(n)


async def main():
    loop = asyncio.get_running_loop()
    seen = []
    loop.call_soon(bad, "one")
    loop.call_soon(seen.append, 1)
    f = loop.create_future()
    f.add_done_callback(lambda f: bad("two"))
    f.add_done_callback(lambda f: seen.append(2))
    f.set_result(None)
    loop.call_later(0.001, bad, "three")
    loop.call_later(0.002, seen.append, 3)
    await asyncio.sleep(0.02)
    print(seen)


asyncio.run(main())
