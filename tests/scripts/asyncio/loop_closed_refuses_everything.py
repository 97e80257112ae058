# area: asyncio
# prio: P1
# checks: a closed loop refuses work with the same words
import asyncio
async def nothing():
    pass


def attempt(name, *args):
    try:
        print(name, getattr(loop, name)(*args))
    except RuntimeError as e:
        print(name, "RuntimeError", e)


loop = asyncio.new_event_loop()
print(loop.is_closed(), loop.is_running())
print(loop.run_until_complete(asyncio.sleep(0, "ran")))
loop.close()
loop.close()
print(loop.is_closed(), repr(loop))
for method, args in [("call_soon", (print,)), ("call_later", (1, print)),
                     ("call_at", (1, print)), ("call_soon_threadsafe", (print,)),
                     ("run_forever", ())]:
    attempt(method, *args)
coro = nothing()
attempt("create_task", coro)
attempt("run_until_complete", coro)
coro.close()
