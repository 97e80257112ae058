# area: asyncio
# prio: P2
# checks: Task.get_context and Handle.get_context
# newer: 3.12
import asyncio
import contextvars

var = contextvars.ContextVar("var", default="none")


async def work():
    var.set("in task")
    await asyncio.sleep(0)


async def main():
    t = asyncio.create_task(work())
    context = t.get_context()
    print(type(context).__name__, context.get(var))
    await t
    print(context[var], t.get_context() is context, var.get())
    own = contextvars.copy_context()
    h = asyncio.get_running_loop().call_soon(var.set, "handle", context=own)
    print(h.get_context() is own)
    await asyncio.sleep(0)
    print(own[var], var.get())
    print(asyncio.current_task().get_context().get(var))


asyncio.run(main())
