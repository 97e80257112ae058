# area: asyncio
# prio: P1
# checks: awaiting values of every kind that cannot be awaited, and what misuses __await__
import asyncio
async def show(label, make):
    try:
        v = make()
        r = await v
        print(label, 'ok', r)
    except BaseException as e:
        print(label, type(e).__name__, e)
class NoIter:
    def __await__(self): return 5
class Raises:
    def __await__(self): raise KeyError('k')
class ReturnsCoro:
    def __await__(self):
        return asyncio.sleep(0)
class GenStr:
    def __await__(self):
        yield 'junk'
class GenFut:
    def __await__(self):
        yield asyncio.get_running_loop().create_future()
def gen():
    yield
async def agen():
    yield 1
async def main():
    for v in (None, 1, 1.5, 'x', b'', [], (), {}, set(), range(3), object, len, lambda: 0, asyncio, Ellipsis, NotImplemented, object(), type, gen(), agen(), Exception('x'), iter([]), slice(1)):
        await show(type(v).__name__, lambda: v)
    await show('noiter', NoIter)
    await show('raises', Raises)
    await show('coro', ReturnsCoro)
    await show('genstr', GenStr)
    await show('class', lambda: NoIter)
asyncio.run(main())
