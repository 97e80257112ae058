# area: toplevel
# prio: P0
# checks: a background task makes progress only while the top level awaits
import asyncio


async def ticker():
    for i in range(4):
        print("tick", i)
        await asyncio.sleep(0)
    return "ticked"


t = asyncio.create_task(ticker())
print("created")
await asyncio.sleep(0)
print("after one turn", t.done())
for i in range(3):
    print("busy", i)
await asyncio.sleep(0)
print(await t, t.done())
