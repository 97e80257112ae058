# area: asyncio
# prio: P0
# checks: lock: errors, repr, not re-entrant, cancelled waiters
import asyncio
import re


def show(lock):
    return re.sub(r"0x[0-9a-f]+", "ID", repr(lock))


async def main():
    lock = asyncio.Lock()
    print(show(lock), lock.locked())
    try:
        lock.release()
    except RuntimeError as e:
        print(e)
    print(await lock.acquire(), show(lock))
    waiters = [asyncio.create_task(lock.acquire()) for _ in range(3)]
    await asyncio.sleep(0)
    print(show(lock))
    waiters[0].cancel()
    await asyncio.sleep(0)
    print(show(lock))
    lock.release()
    print(lock.locked(), show(lock))
    await asyncio.sleep(0)
    print([w.done() for w in waiters], lock.locked())
    lock.release()
    await waiters[2]
    lock.release()
    print(show(lock))
    try:
        with lock:
            pass
    except (TypeError, AttributeError) as e:
        print("no plain with")
    try:
        async with lock:
            raise KeyError("body")
    except KeyError as e:
        print(e, lock.locked())


asyncio.run(main())
