# area: asyncio
# prio: P1
# checks: a coroutine awaited twice, by two, by itself, after close; tasks that await themselves
import asyncio
async def c():
    await asyncio.sleep(0)
    return 1
async def main():
    x = c()
    print(await x)
    for _ in range(2):
        try: await x
        except RuntimeError as e: print(e)
    x = c()
    async def w(): return await x
    r = await asyncio.gather(w(), w(), return_exceptions=True)
    print(r)
    x = c()
    t1 = asyncio.create_task(x)
    t2 = asyncio.create_task(x)
    print(await asyncio.gather(t1, t2, return_exceptions=True))
    x = c()
    r = await asyncio.gather(x, x)
    print(r)
    x = c()
    x.close()
    for f in (lambda: asyncio.create_task(x), lambda: asyncio.ensure_future(x)):
        try: print(await f())
        except RuntimeError as e: print(e)
    try: x.send(None)
    except RuntimeError as e: print(e)
    try: x.throw(ValueError('v'))
    except Exception as e: print(type(e), e)
    async def me():
        await t[0]
    t = []
    t.append(asyncio.create_task(me()))
    try: await t[0]
    except RuntimeError as e: print(str(e).split(': <')[0])
asyncio.run(main())
