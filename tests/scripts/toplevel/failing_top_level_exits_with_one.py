# area: toplevel
# prio: P0
# checks: an exception out of a top-level await ends the program with a traceback and status 1
# exit: 1
# stderr-match: ^Traceback \(most recent call last\):$
# stderr-match: line \d+, in bad$
# stderr-match: ^RuntimeError: out of the top$
import asyncio


async def bad():
    await asyncio.sleep(0)
    raise RuntimeError("out of the top")


print("before")
await bad()
print("never")
