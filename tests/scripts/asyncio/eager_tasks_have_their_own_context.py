# area: asyncio
# prio: P2
# checks: an eager task works on a copy of the context
# newer: 3.12
import asyncio
import contextvars

var = contextvars.ContextVar("var", default="outer")


async def sets(value):
    var.set(value)
    await asyncio.sleep(0)
    return var.get()


async def main():
    asyncio.get_running_loop().set_task_factory(asyncio.eager_task_factory)
    t = asyncio.create_task(sets("inner"))
    print(var.get())
    print(await t, var.get())
    own = contextvars.copy_context()
    u = asyncio.create_task(sets("own"), context=own)
    print(var.get(), own[var], await u)


asyncio.run(main())
