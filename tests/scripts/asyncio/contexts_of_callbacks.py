# area: asyncio
# prio: P0
# checks: callbacks run in the context of their registration, or in the one given
import asyncio
import contextvars

var = contextvars.ContextVar("var", default="start")


def show(word, *args):
    print(word, var.get())
    var.set("changed by " + word)


async def main():
    loop = asyncio.get_running_loop()
    var.set("main")
    own = contextvars.copy_context()
    own.run(var.set, "own")
    loop.call_soon(show, "soon")
    loop.call_soon(show, "soon in own", context=own)
    loop.call_later(0.001, show, "later")
    loop.call_at(loop.time() + 0.002, show, "at in own", context=own)
    f = loop.create_future()
    f.add_done_callback(lambda f: show("done"))
    f.add_done_callback(lambda f: show("done in own"), context=own)
    var.set("main 2")
    f.set_result(None)
    await asyncio.sleep(0.01)
    print(var.get(), own[var])


asyncio.run(main())
