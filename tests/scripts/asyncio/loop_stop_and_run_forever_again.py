# area: asyncio
# prio: P1
# checks: stop() ends the turn it is called in
import asyncio
loop = asyncio.new_event_loop()
order = []


def stopper():
    order.append("stop")
    loop.stop()
    loop.call_soon(order.append, "later")


loop.call_soon(stopper)
loop.call_soon(order.append, "same turn")
loop.run_forever()
print(order)
loop.stop()
loop.run_forever()
print(order, loop.is_running())
loop.call_soon(loop.stop)
loop.run_forever()


async def never():
    loop.stop()
    await asyncio.sleep(10)


task = loop.create_task(never())
try:
    loop.run_until_complete(task)
except RuntimeError as e:
    print(e)
print(task.done())
task.cancel()
try:
    loop.run_until_complete(task)
except asyncio.CancelledError:
    print("cancelled")
loop.close()
