# area: asyncio
# prio: P1
# checks: cancelling unstarted, waiting, stubborn, finishing and cancelled tasks, gathers and shields
import asyncio
# cancelling in every state
async def sleeper(): 
    try: await asyncio.sleep(10)
    except asyncio.CancelledError as e:
        print('c', e.args); raise
async def stubborn(n):
    for i in range(n):
        try: await asyncio.sleep(10)
        except asyncio.CancelledError as e: print('refused', e.args)
    return 'survived'
async def main():
    t = asyncio.create_task(sleeper()); print(t.cancel('unstarted'))
    print((await asyncio.gather(t, return_exceptions=True)))
    t = asyncio.create_task(sleeper()); await asyncio.sleep(0); print(t.cancel(), t.cancel('two'), t.cancelling())
    print((await asyncio.gather(t, return_exceptions=True)))
    t = asyncio.create_task(stubborn(2)); await asyncio.sleep(0)
    for m in ('a', 'b'):
        t.cancel(m); await asyncio.sleep(0)
    print(t.done(), t.cancelling()); await asyncio.sleep(0); print(t.done(), t.result())
    me = asyncio.current_task(); me.cancel('self')
    try: await asyncio.sleep(0)
    except asyncio.CancelledError as e: print(e.args, me.uncancel())
    async def selfish():
        asyncio.current_task().cancel(); return 5
    print(await asyncio.gather(selfish(), return_exceptions=True))
    async def raises_after():
        asyncio.current_task().cancel(); raise ValueError('v')
    print(await asyncio.gather(raises_after(), return_exceptions=True))
    async def other_in_cleanup():
        try: await asyncio.sleep(10)
        finally: raise KeyError('cleanup')
    t = asyncio.create_task(other_in_cleanup()); await asyncio.sleep(0); t.cancel()
    try: await t
    except KeyError as e: print(repr(e), repr(e.__context__))
    f = asyncio.get_running_loop().create_future()
    async def wf(): return await f
    t = asyncio.create_task(wf()); await asyncio.sleep(0); f.set_result(1); t.cancel()
    print(await asyncio.gather(t, return_exceptions=True))
    g = asyncio.gather(asyncio.sleep(10), asyncio.sleep(10)); await asyncio.sleep(0); print(g.cancel('g'))
    try: await g
    except asyncio.CancelledError as e: print(e.args)
    s = asyncio.shield(asyncio.sleep(0.001, 'inner')); await asyncio.sleep(0); s.cancel()
    try: await s
    except asyncio.CancelledError as e: print('shield', e.args)
    class E2(asyncio.CancelledError): pass
    async def sub(): raise E2('sub')
    t = asyncio.create_task(sub()); 
    try: await t
    except asyncio.CancelledError as e: print(type(e).__name__, e.args, t.cancelled())
asyncio.run(main())
