# area: asyncio
# prio: P2
# checks: debug mode: reports and reprs say where things were created
# stderr-match: ^Task exception was never retrieved$
# stderr-match: ^future: <Task finished name='made' .* created at 
# stderr-match: ^source_traceback: Object created at \(most recent call last\):$
# stderr-match: in make$
# stderr-match: ^ValueError: v$
import asyncio
async def fails():
    raise ValueError("v")


def make():
    return asyncio.create_task(fails(), name="made")


async def main():
    t = make()
    print([e.name for e in t._source_traceback if e.name == "make"], "created at" in repr(t))
    f = asyncio.get_running_loop().create_future()
    print("main" in [e.name for e in f._source_traceback], "created at" in repr(f))
    h = asyncio.get_running_loop().call_soon(print)
    print("created at" in repr(h))
    h.cancel()
    await asyncio.wait([t])
    del t


asyncio.run(main(), debug=True)
