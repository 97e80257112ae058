# area: asyncio
# prio: P1
# checks: a Runner: one context, leftover tasks, order of closing
import asyncio
import contextvars

var = contextvars.ContextVar("var", default=0)


async def agen():
    try:
        yield 1
        yield 2
    finally:
        print("agen closed")


async def left():
    try:
        await asyncio.sleep(10)
    finally:
        print("left cancelled")


async def first():
    var.set(1)
    global keep, task
    keep = agen()
    print(await anext(keep))
    task = asyncio.create_task(left())
    await asyncio.sleep(0)


async def second():
    print("var", var.get())
    return "two"


with asyncio.Runner() as runner:
    runner.run(first())
    print(runner.run(second()), task.done())
    own = contextvars.copy_context()
    own.run(var.set, 9)
    runner.run(second(), context=own)
    loop = runner.get_loop()
print(loop.is_closed(), var.get())
for call in (runner.get_loop,):
    try:
        call()
    except RuntimeError as e:
        print(e)
