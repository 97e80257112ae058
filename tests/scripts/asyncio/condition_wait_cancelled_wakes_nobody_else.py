# area: asyncio
# prio: P1
# checks: a cancelled Condition.wait that was not notified wakes no other waiter
import asyncio

log = []


async def waiter(cond, name):
    async with cond:
        try:
            await cond.wait()
            log.append(f'{name} woke')
        except asyncio.CancelledError:
            log.append(f'{name} cancelled, locked {cond.locked()}')
            raise


async def main():
    cond = asyncio.Condition()
    tasks = [asyncio.create_task(waiter(cond, i)) for i in range(4)]
    await asyncio.sleep(0)
    tasks[1].cancel()
    tasks[3].cancel()
    for _ in range(5):
        await asyncio.sleep(0)
    print(log)
    async with cond:
        cond.notify()
    for _ in range(5):
        await asyncio.sleep(0)
    print(log)
    async with cond:
        cond.notify_all()
    print(await asyncio.gather(*tasks, return_exceptions=True))
    print(log)


asyncio.run(main())
