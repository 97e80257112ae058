# area: asyncio
# prio: P0
# checks: a task gets a copy of the context at its creation; changes stay inside
import asyncio
import contextvars

var = contextvars.ContextVar("var", default="default")


async def child(n):
    print("child sees", var.get())
    var.set(f"child {n}")
    await asyncio.sleep(0)
    print("child kept", var.get())


async def main():
    print(var.get())
    token = var.set("main")
    t = asyncio.create_task(child(1))
    var.set("later")
    u = asyncio.create_task(child(2))
    await asyncio.gather(t, u)
    print(var.get())
    await child(3)
    print(var.get())
    var.reset(token)
    print(var.get())
    asyncio.get_running_loop().call_soon(lambda: (print("callback sees", var.get()), var.set("cb")))
    await asyncio.sleep(0)
    print(var.get())


asyncio.run(main())
print(var.get())
