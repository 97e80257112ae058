# area: asyncio
# prio: P1
# checks: new_event_loop, run_until_complete, run_forever with stop, close
import asyncio


async def work(x):
    await asyncio.sleep(0)
    return x


loop = asyncio.new_event_loop()
print(loop.run_until_complete(work(1)), loop.is_running(), loop.is_closed())
loop.call_soon(print, "callback")
loop.call_soon(loop.stop)
loop.call_soon(print, "same turn as stop")
loop.run_forever()
f = loop.create_future()
loop.call_later(0.001, f.set_result, "from timer")
print(loop.run_until_complete(f))
loop.close()
print(loop.is_closed())
c = work(2)
for call in (lambda: loop.run_until_complete(c), lambda: loop.call_soon(print)):
    try:
        call()
    except RuntimeError as e:
        print(e)
c.close()
