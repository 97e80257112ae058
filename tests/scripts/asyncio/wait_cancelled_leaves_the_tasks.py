# area: asyncio
# prio: P1
# checks: cancelling wait() does not cancel what it waits for
import asyncio
async def work(n):
    await asyncio.sleep(0.01)
    return n


async def main():
    tasks = [asyncio.create_task(work(n)) for n in range(3)]
    waiting = asyncio.create_task(asyncio.wait(tasks))
    await asyncio.sleep(0)
    waiting.cancel()
    try:
        await waiting
    except asyncio.CancelledError:
        print("wait cancelled", [t.cancelled() for t in tasks])
    print(await asyncio.gather(*tasks))
    done, pending = await asyncio.wait(set(tasks))
    print(len(done), pending)


asyncio.run(main())
