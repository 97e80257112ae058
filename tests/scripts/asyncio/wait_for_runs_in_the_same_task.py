# area: asyncio
# prio: P2
# checks: wait_for awaits inline: same task, same context
# newer: 3.12
import asyncio
import contextvars

var = contextvars.ContextVar("var", default=0)


async def inner():
    var.set(var.get() + 1)
    return asyncio.current_task()


async def main():
    me = asyncio.current_task()
    print(await asyncio.wait_for(inner(), 5) is me, var.get())
    print(await asyncio.wait_for(inner(), None) is me, var.get())
    f = asyncio.get_running_loop().create_future()
    f.set_result("now")
    order = []
    asyncio.get_running_loop().call_soon(order.append, "turn")
    print(await asyncio.wait_for(f, 5), order)


asyncio.run(main())
