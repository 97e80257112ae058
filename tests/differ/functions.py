"""Rules of functions, generators, decorators and coroutines, and how they are called."""

FUNCTIONS = """
async def amain():
    q = asyncio.Queue()
    async def produce(n):
        for i in range(n):
            await q.put((n, i))
            await asyncio.sleep(0)
        <infunc>
    async def consume():
        got = []
        while len(got) < <tiny>:
            got.append(await q.get())
            q.task_done()
        return got
    try:
        async with asyncio.timeout(0.2):
            show(await asyncio.gather(produce(<tiny>), produce(<tiny>), consume(), return_exceptions=<bool>))
    except TimeoutError as e:
        show('timeout')
asyncio.run(amain())
---
async def amain():
    async def step(n):
        show('start', n)
        await asyncio.sleep(0)
        if n == <tiny>:
            raise <exc>
        show('end', n)
        return n
    try:
        async with asyncio.TaskGroup() as tg:
            tasks = [tg.create_task(step(i)) for i in range(<tiny>)]
            <infunc>
    except* <groupable> as g:
        show('group', [type(x).__name__ for x in g.exceptions])
    finally:
        show([t.cancelled() for t in tasks])
try:
    asyncio.run(amain())
except BaseException as e:
    oops(e)
---
async def amain():
    lock, event = asyncio.Lock(), asyncio.Event()
    async def worker(n):
        async with lock:
            show('w', n)
            await asyncio.sleep(0)
            <infunc>
        event.set()
        return n
    done, pending = await asyncio.wait([asyncio.ensure_future(worker(i)) for i in range(3)])
    show(len(done), len(pending), event.is_set(), sorted(text(t.exception() or t.result()) for t in done))
asyncio.run(amain())
---
def g():
    total = 0
    while True:
        try:
            got = yield total
        except <exctype> as e:
            show('thrown', type(e).__name__)
            total = -1
        else:
            total += got
it = g()
next(it)
p(lambda: it.send(<int>))
p(lambda: it.send(<any>))
p(lambda: it.throw(<exc>))
p(lambda: it.close())
p(lambda: it.gi_frame is None)
it = None
---
def g():
    try:
        yield <any>
    except GeneratorExit:
        show('exit')
        <infunc>
    finally:
        show('finally')
it = g()
p(lambda: next(it))
p(lambda: it.close())
p(lambda: it.close())
it = None
---
@functools.cache
def <new>(n):
    return n if n < 2 else <@>(n - 1) + <@>(n - 2)
p(lambda: <@>(<tiny> + 20))
p(lambda: <@>.cache_info().hits)
---
class Acc:
    def __init__(self):
        self.n = <num>
    @functools.singledispatchmethod
    def put(self, x):
        return 'any', x
    @put.register
    def _(self, x: int):
        return 'int', x + self.n
    part = functools.partialmethod(put, <any>)
p(lambda: Acc().put(<any>))
p(lambda: Acc().part())
---
def f(a, b=2, /, c=3, *, d: int = 4, **kw) -> str:
    return a, b, c, d, sorted(kw)
s = inspect.signature(f)
p(lambda: str(s))
p(lambda: [(n, str(x.kind)) for n, x in s.parameters.items()])
p(lambda: f(<args>))
p(lambda: functools.partial(f, <any>, d=<any>)(<args>))
def <new>(<params>):
    <infunc>
    return <any>
p(lambda: <@>(<args>))
p(lambda: <@>(<args>))
---
def f(<params>):
    return sorted((k, text(v)) for k, v in locals().items())
p(lambda: f(<args>))
p(lambda: f(<args>))
p(lambda: f(<args>))
---
def f(x, n=<tiny>):
    <infunc>
    if n <= 0:
        return x
    return f(<any>, n - 1)
show(f(<any>))
---
def outer():
    total = <int>
    def inner(step):
        nonlocal total
        total <aug> step
        return total
    return inner
counter = outer()
p(lambda: [counter(<num>), counter(<num>), counter(<any>)])
---
def outer(a):
    def middle(b):
        def inner(c):
            <infunc>
            return (a, b, c)
        a2 = b
        return inner
    return middle
p(lambda: outer(<any>)(<any>)(<any>))
---
def f():
    try:
        <infunc>
        return <any>
    finally:
        <infunc>
p(f)
---
def f():
    for i in range(3):
        try:
            <inloop>
            if i == <tiny>:
                return i
        finally:
            if i == <tiny>:
                break
            show('f', i)
    return 'end'
p(f)
---
def g(n):
    <infunc>
    for i in range(n):
        got = yield i
        show('got', got)
        if got:
            <infunc>
    return <any>
it = g(<tiny>)
p(lambda: next(it))
p(lambda: it.send(<any>))
p(lambda: it.throw(<exc>))
p(lambda: list(it))
---
def g():
    try:
        yield <any>
        yield <any>
    except <exctype> as e:
        show('caught', type(e).__name__)
        yield <any>
    finally:
        show('closed')
it = g()
p(lambda: next(it))
p(lambda: it.throw(<exc>))
p(lambda: it.close())
p(lambda: next(it, 'done'))
it = None
---
def inner():
    try:
        r = yield from <iter>
        show('r', r)
    except <exctype> as e:
        oops(e)
        yield 'recovered'
    return <any>
def g():
    v = yield from inner()
    show('v', v)
    yield v
it = g()
p(lambda: next(it))
p(lambda: it.send(<none>))
p(lambda: it.throw(<exc>))
p(lambda: list(it))
it = None
---
@deco(<any>)
def <new>(a, b=<any>):
    "doc"
    return a, b
p(lambda: <@>(<args>))
show(<@>.__name__, <@>.__doc__, <@>.__defaults__)
---
@functools.lru_cache(maxsize=<tiny>)
def f(x, y=0):
    show('called')
    return (x, y)
p(lambda: f(<key>))
p(lambda: f(<key>))
p(lambda: f(<key>, y=<key>))
p(lambda: f(<any>))
show(f.cache_info())
---
@functools.singledispatch
def f(x, *rest):
    return 'default', rest
@f.register(int)
def _(x):
    return 'int', x
@f.register
def _(x: str, y=1):
    return 'str', x, y
p(lambda: f(<any>))
p(lambda: f(<any>, <any>))
p(lambda: f())
---
async def work(n):
    <infunc>
    await asyncio.sleep(0)
    if n > 2:
        raise <exc>
    return n
async def amain():
    show(await asyncio.gather(*[work(i) for i in range(<tiny>)], return_exceptions=<bool>))
    show(await work(<small>))
asyncio.run(amain())
---
async def agen(n):
    try:
        for i in range(n):
            got = yield i
            show('got', got)
            await asyncio.sleep(0)
    finally:
        show('agen done')
async def amain():
    show([x async for x in agen(<tiny>)])
    show({x: 1 async for x in agen(<tiny>) if x % 2})
    asynced = agen(<tiny>)
    async for x in asynced:
        show(x)
        <inloop>
    else:
        show('async else')
    show(await asynced.asend(<any>))
asyncio.run(amain())
---
async def amain():
    async with AsyncManager(<bool>) as m:
        <block>
        raise <exc>
    show('after', m)
asyncio.run(amain())
---
async def amain():
    async with asyncio.TaskGroup() as tg:
        a = tg.create_task(co(<any>))
        b = tg.create_task(co(<any>, <exc>))
    show(a.result())
try:
    asyncio.run(amain())
except BaseException as e:
    oops(e)
---
async def amain():
    async def slow():
        try:
            await asyncio.sleep(100)
        except asyncio.CancelledError:
            show('cancelled')
            <block>
            raise
    t = asyncio.ensure_future(slow())
    await asyncio.sleep(0)
    t.cancel()
    try:
        await t
    except asyncio.CancelledError as e:
        oops(e)
    show(t.done(), t.cancelled())
    q = asyncio.Queue(<tiny>)
    q.put_nowait(<any>)
    show(await q.get(), q.qsize())
    try:
        await asyncio.wait_for(asyncio.sleep(5), 0.001)
    except Exception as e:
        oops(e)
asyncio.run(amain())
---
def f(*args, **kwargs):
    return text(args), sorted(kwargs)
p(lambda: f(*<iter>, **<strdict>))
p(lambda: f(*<iter>, *<any>, k=<any>))
p(lambda: f(**<strdict>, **<strdict>))
p(lambda: f(**<any>))
p(lambda: f(a=1, **<strdict>))
"""
