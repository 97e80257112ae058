# area: asyncio
# prio: P1
# checks: every kind of exception out of callbacks, timers, tasks, done callbacks, groups, gather, main
import asyncio, sys
# exits and interrupts from everywhere
def run(label, coro_fn):
    loop = asyncio.new_event_loop()
    seen = []
    loop.set_exception_handler(lambda l, c: seen.append((c['message'].split(' at ')[0].split('<')[0], repr(c.get('exception')))))
    try:
        print(label, loop.run_until_complete(coro_fn(loop)))
    except BaseException as e:
        print(label, type(e).__name__, e)
    try:
        print(' again', loop.run_until_complete(asyncio.sleep(0, 'ok')), seen)
    except BaseException as e:
        print(' again', type(e).__name__, e)
    loop.close()
def raiser(e):
    def f(*a): raise e
    return f
for E in (KeyboardInterrupt, SystemExit, ValueError, GeneratorExit, asyncio.CancelledError, StopIteration, StopAsyncIteration):
    async def cb(loop):
        loop.call_soon(raiser(E('x')))
        await asyncio.sleep(0.001); return 'end'
    async def timer(loop):
        loop.call_later(0, raiser(E('x')))
        await asyncio.sleep(0.003); return 'end'
    async def task(loop):
        async def f(): raise E('x')
        t = loop.create_task(f())
        await asyncio.sleep(0.001)
        try: t.exception()
        except BaseException as e: return repr(e)
        return repr(t.exception())
    async def done(loop):
        f = loop.create_future(); f.add_done_callback(raiser(E('x'))); f.set_result(1)
        await asyncio.sleep(0.001); return 'end'
    async def main(loop): raise E('x')
    async def child(loop):
        async with asyncio.TaskGroup() as tg:
            async def f(): raise E('x')
            tg.create_task(f())
            await asyncio.sleep(1)
        return 'end'
    async def gath(loop):
        async def f(): raise E('x')
        return await asyncio.gather(f(), asyncio.sleep(0.001), return_exceptions=True)
    for fn in (cb, timer, task, done, main, child, gath):
        run(E.__name__ + ' ' + fn.__name__, fn)
