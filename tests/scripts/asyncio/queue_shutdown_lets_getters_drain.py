# area: asyncio
# prio: P1
# checks: Queue.shutdown: putters refused, getters drain, join ends
# newer: 3.13
import asyncio
async def main():
    q = asyncio.Queue(2)
    await q.put(1)
    await q.put(2)
    putter = asyncio.create_task(q.put(3))
    await asyncio.sleep(0)
    q.shutdown()
    print(q)
    print(await asyncio.gather(putter, return_exceptions=True))
    for call in (lambda: q.put_nowait(4), lambda: asyncio.run):
        try:
            call()
        except asyncio.QueueShutDown as e:
            print("QueueShutDown", e.args)
    print(await q.get(), q.get_nowait())
    for call in (q.get_nowait,):
        try:
            call()
        except asyncio.QueueShutDown:
            print("empty and shut down")
    try:
        await q.get()
    except asyncio.QueueShutDown:
        print("get too")
    q.task_done()
    q.task_done()
    await q.join()
    r = asyncio.Queue()
    getters = [asyncio.create_task(r.get()) for _ in range(2)]
    await asyncio.sleep(0)
    r.shutdown()
    print([type(e).__name__ for e in await asyncio.gather(*getters, return_exceptions=True)])
    s = asyncio.Queue()
    s.put_nowait(1)
    joiner = asyncio.create_task(s.join())
    await asyncio.sleep(0)
    s.shutdown(immediate=True)
    await joiner
    print(s.qsize(), joiner.done())


asyncio.run(main())
