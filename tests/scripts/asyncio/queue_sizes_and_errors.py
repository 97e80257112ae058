# area: asyncio
# prio: P1
# checks: queue: sizes, full, empty, errors, repr, generic alias
import asyncio
async def main():
    q = asyncio.Queue(2)
    print(q.maxsize, q.qsize(), q.empty(), q.full(), q)
    q.put_nowait(1)
    await q.put(2)
    print(q.full(), q.qsize(), q)
    try:
        q.put_nowait(3)
    except asyncio.QueueFull as e:
        print("QueueFull", e.args)
    print(q.get_nowait(), await q.get())
    try:
        q.get_nowait()
    except asyncio.QueueEmpty as e:
        print("QueueEmpty", e.args)
    q.task_done()
    q.task_done()
    try:
        q.task_done()
    except ValueError as e:
        print(e)
    await q.join()
    print(asyncio.Queue(-1).full(), asyncio.Queue[int], asyncio.LifoQueue(3))
    g = asyncio.create_task(q.get())
    await asyncio.sleep(0)
    print(q)
    g.cancel()
    await asyncio.wait([g])
    print(q)


asyncio.run(main())
