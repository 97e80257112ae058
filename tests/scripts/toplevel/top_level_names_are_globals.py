# area: toplevel
# prio: P0
# checks: names bound around an await at the top level are globals of the functions
import asyncio

counter = 0


async def bump():
    global counter
    counter += 1
    await asyncio.sleep(0)
    return counter


x = await bump()
await asyncio.gather(bump(), bump())
print(counter, x, "x" in globals(), globals()["counter"])
while await bump() < 6:
    pass
print(counter)
with open(__file__) as f:
    first = f.readline().strip()
    await asyncio.sleep(0)
print(first)
event = asyncio.Event()


async def setter():
    event.set()


task = asyncio.create_task(setter())
await event.wait()
print(event.is_set())
