# area: asyncio
# prio: P1
# checks: a Runner makes nothing before it is used
import asyncio
made = []


def factory():
    made.append(1)
    return asyncio.new_event_loop()


r = asyncio.Runner(loop_factory=factory)
r.close()
print(made)
r = asyncio.Runner(loop_factory=factory, debug=True)
loop = r.get_loop()
print(made, loop.get_debug(), loop is r.get_loop())
print(r.run(asyncio.sleep(0, "x")))
r.close()
r.close()
try:
    with r:
        pass
except RuntimeError as e:
    print(e)
with asyncio.Runner(loop_factory=factory) as q:
    print(made)
print(q.__class__.__name__)
