# area: asyncio
# prio: P1
# checks: a lock keeps updates whole, a semaphore counts those inside

import asyncio


async def main():
    lock, gate = asyncio.Lock(), asyncio.Semaphore(2)
    total, inside, most = 0, 0, 0

    async def add(n, safe):
        nonlocal total
        if safe:
            async with lock:
                old = total
                await asyncio.sleep(0)
                total = old + n
        else:
            old = total
            await asyncio.sleep(0)
            total = old + n

    async def enter():
        nonlocal inside, most
        async with gate:
            inside += 1
            most = max(most, inside)
            await asyncio.sleep(0)
            inside -= 1

    await asyncio.gather(*(add(n, False) for n in range(5)))
    print("unsafe", total)
    total = 0
    await asyncio.gather(*(add(n, True) for n in range(5)))
    print("safe", total, lock.locked())
    await asyncio.gather(*(enter() for _ in range(6)))
    print(most, inside, gate.locked())
    try:
        lock.release()
    except RuntimeError as error:
        print(error)


asyncio.run(main())
