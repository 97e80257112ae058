# area: asyncio
# prio: P1
# checks: run() takes futures and awaitables; TypeError for the rest
# newer: 3.14 (written by hand from its documentation)
import asyncio
class Aw:
    def __await__(self):
        yield from asyncio.sleep(0).__await__()
        return "awaited"


print(asyncio.run(Aw()))
with asyncio.Runner() as runner:
    loop = runner.get_loop()
    fut = loop.create_future()
    loop.call_soon(fut.set_result, "future")
    print(runner.run(fut))
for wrong in (3, None, "x", lambda: None):
    try:
        asyncio.run(wrong)
    except TypeError as e:
        print(e)
