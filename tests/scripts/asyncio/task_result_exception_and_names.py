# area: asyncio
# prio: P0
# checks: tasks know their name, coroutine, loop and outcome
import asyncio


async def ok():
    return 1


async def bad():
    raise KeyError("k")


async def main():
    a = asyncio.create_task(ok(), name="mine")
    b = asyncio.create_task(bad())
    print(a.get_name(), isinstance(b.get_name(), str), a.get_coro().__name__, a.get_loop() is asyncio.get_running_loop())
    try:
        a.result()
    except asyncio.InvalidStateError as e:
        print(e)
    await asyncio.wait([a, b])
    print(a.result(), a.exception(), repr(b.exception()))
    try:
        b.result()
    except KeyError as e:
        print(e is b.exception())
    a.set_name(5)
    print(a.get_name(), asyncio.isfuture(a), isinstance(a, asyncio.Task), isinstance(a, asyncio.Future))
    for f in (lambda: a.set_result(1), lambda: a.set_exception(ValueError())):
        try:
            f()
        except RuntimeError as e:
            print(e)


asyncio.run(main())
