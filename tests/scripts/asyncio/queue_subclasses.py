# area: asyncio
# prio: P1
# checks: PriorityQueue, LifoQueue and a subclass with _init, _get, _put
import asyncio
class Sets(asyncio.Queue):
    def _init(self, maxsize):
        self._queue = set()

    def _put(self, item):
        self._queue.add(item)

    def _get(self):
        item = min(self._queue)
        self._queue.discard(item)
        return item


async def main():
    for cls in (asyncio.PriorityQueue, asyncio.LifoQueue, Sets):
        q = cls()
        for n in (3, 1, 2, 1):
            await q.put(n)
        print(cls.__name__, q.qsize(), [q.get_nowait() for _ in range(q.qsize())])
    p = asyncio.PriorityQueue(maxsize=2)
    p.put_nowait((2, "b"))
    p.put_nowait((1, "a"))
    late = asyncio.create_task(p.put((0, "late")))
    await asyncio.sleep(0)
    print(await p.get(), late.done())
    await asyncio.sleep(0)
    print(await p.get(), await p.get())
    try:
        q = asyncio.PriorityQueue()
        q.put_nowait(1)
        q.put_nowait("x")
    except TypeError as e:
        print(e)


asyncio.run(main())
