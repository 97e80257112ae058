# area: asyncio
# prio: P0
# checks: done callbacks are scheduled, in order, once, and may be removed
import asyncio


async def main():
    loop = asyncio.get_running_loop()
    f = loop.create_future()
    log = []
    a = lambda fut: log.append(("a", fut.result()))
    b = lambda fut: log.append("b")
    f.add_done_callback(a)
    f.add_done_callback(b)
    f.add_done_callback(b)
    print(f.remove_done_callback(b), f.remove_done_callback(b))
    f.add_done_callback(lambda fut: log.append("c"))
    f.set_result(1)
    print(log)
    await asyncio.sleep(0)
    print(log)
    f.add_done_callback(lambda fut: log.append("late"))
    print(len(log))
    await asyncio.sleep(0)
    print(log[-1], f.get_loop() is loop)


asyncio.run(main())
