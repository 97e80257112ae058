# area: asyncio
# prio: P2
# checks: AbstractEventLoop: instances, checks, NotImplementedError
import asyncio
class Mine(asyncio.AbstractEventLoop):
    def time(self):
        return 7


m = Mine()
print(m.time(), isinstance(m, asyncio.AbstractEventLoop))
for name, args in [("run_forever", ()), ("stop", ()), ("is_running", ()), ("close", ()),
                   ("call_soon", (print,)), ("call_later", (1, print)), ("create_future", ()),
                   ("create_task", (1,)), ("get_debug", ()), ("add_reader", (0, print)),
                   ("set_exception_handler", (None,)), ("run_in_executor", (None, print))]:
    try:
        getattr(m, name)(*args)
    except NotImplementedError:
        print(name)
loop = asyncio.new_event_loop()
print(isinstance(loop, asyncio.AbstractEventLoop), issubclass(type(loop), asyncio.AbstractEventLoop))
print(isinstance(loop, asyncio.BaseEventLoop), isinstance(loop, asyncio.SelectorEventLoop))
loop.close()
