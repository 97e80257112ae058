# area: asyncio
# prio: P1
# checks: a loop closed with a pending task: the report when it dies
# stderr-match: ^Task was destroyed but it is pending!$
# stderr-match: ^task: <Task pending name='left' coro=<forever\(\) 
import asyncio
import gc


async def forever(fut):
    await fut


loop = asyncio.new_event_loop()
fut = loop.create_future()
task = loop.create_task(forever(fut), name="left")
loop.call_soon(loop.stop)
loop.run_forever()
loop.close()
del task, fut
gc.collect()
print("end")
