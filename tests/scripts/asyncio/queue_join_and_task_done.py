# area: asyncio
# prio: P0
# checks: join waits until every item is marked done
import asyncio


async def main():
    q = asyncio.Queue()

    async def worker(name):
        while True:
            item = await q.get()
            await asyncio.sleep(0)
            print(name, item)
            q.task_done()

    for i in range(4):
        q.put_nowait(i)
    ws = [asyncio.create_task(worker(n)) for n in "ab"]
    await q.join()
    print("all done")
    for w in ws:
        w.cancel()
    print(await asyncio.gather(*ws, return_exceptions=True))
    try:
        q.task_done()
    except ValueError as e:
        print(e)
    await q.join()


asyncio.run(main())
