# area: asyncio
# prio: P1
# checks: async for over as_completed gives the futures themselves
# newer: 3.13
import asyncio
async def work(n):
    await asyncio.sleep(0.01 * n)
    return n


async def main():
    tasks = [asyncio.create_task(work(n), name=f"t{n}") for n in (3, 1, 2)]
    async for done in asyncio.as_completed(tasks):
        print(done.get_name(), done in tasks, done.done(), await done)
    async for done in asyncio.as_completed([work(1)]):
        print(type(done).__name__, done.result())
    try:
        async for done in asyncio.as_completed([work(1), work(90)], timeout=0.2):
            print(done.result())
    except TimeoutError:
        print("TimeoutError")
    it = asyncio.as_completed([work(0)])
    print(it is iter(it), hasattr(it, "__anext__"))
    print(await next(it))


asyncio.run(main())
