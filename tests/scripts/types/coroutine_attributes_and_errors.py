# area: types
# prio: P1
# checks: cr_ attributes, await of everything, coroutines driven by hand
import types
class Aw:
    def __init__(self, it): self.it = it
    def __await__(self): return self.it
async def waits(x): return await x
def drive(c, *sent):
    out = []
    try:
        out.append(c.send(None))
        for s in sent: out.append(c.send(s))
    except BaseException as e:
        out.append(f"{type(e).__name__} {e}")
    c.close()
    print(out)
for x in (5, None, "a", [1], Aw(5), Aw([1]), Aw(iter([1, 2])), Aw(waits(1)) if 0 else Aw(None), lambda: 0, (i for i in ())):
    drive(waits(x), "a", "b")
async def value(): return 7
drive(waits(value()))
def gen():
    got = yield "y"
    return got
drive(waits(types.coroutine(gen)()), "sent")
c = value()
print(c.cr_running, c.cr_suspended, c.cr_await, c.cr_code.co_name, c.cr_frame is not None, c.cr_origin, c.__name__, c.__qualname__, type(c).__name__, hasattr(c, "__iter__"), hasattr(c, "__next__"))
for f in (lambda: iter(c), lambda: next(c), lambda: list(c), lambda: c.send(1), lambda: c.throw(5), lambda: [x for x in c], lambda: len(c), lambda: c()):
    try:
        print(f())
    except TypeError as e:
        print(e)
c.close()
for again in (lambda: c.send(None), lambda: c.close(), lambda: c.throw(ValueError("v"))):
    try:
        print(again())
    except (RuntimeError, ValueError) as e:
        print(type(e).__name__, e)
w = value().__await__(); print(type(w).__name__, hasattr(w, "send"))
try:
    next(w)
except StopIteration as e:
    print("value", e.value)
async def twice():
    c = value()
    await c
    await c
drive(twice())
async def raises(): raise StopIteration("x")
drive(raises())
async def ag():
    raise StopAsyncIteration("y")
    yield
drive(ag().__anext__())
