# area: asyncio
# prio: P0
# checks: sleeping tasks are cancelled, time out and wake in the order of their deadlines
import asyncio


async def waits(delay):
    await asyncio.sleep(delay)
    return delay


async def numbers(n):
    for i in range(n):
        await asyncio.sleep(0)
        yield i
        await asyncio.sleep(0.0001)


async def cancels_itself():
    asyncio.current_task().cancel()
    try:
        await asyncio.sleep(50)
    except asyncio.CancelledError:
        print("own request")
    asyncio.current_task().uncancel()
    return await asyncio.sleep(0.001, "result")


async def main():
    print(await asyncio.create_task(cancels_itself()))
    print([i async for i in numbers(3)], await asyncio.wait_for(waits(0.001), 5))
    try:
        await asyncio.wait_for(waits(60), 0.001)
    except asyncio.TimeoutError:
        print("late")
    order = []

    async def step(name, delay):
        await asyncio.sleep(delay)
        order.append(name)

    await asyncio.gather(step("b", 0.02), step("a", 0.001), step("z", 0), step("c", 0.04))
    print(order)
    tasks = [asyncio.ensure_future(asyncio.sleep(30)) for _ in range(3)]
    done, pending = await asyncio.wait(tasks, timeout=0.001)
    print(len(done), len(pending))
    for task in tasks:
        task.cancel()
    print(await asyncio.gather(*tasks, return_exceptions=True))


asyncio.run(main())
