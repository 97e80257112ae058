# area: asyncio
# prio: P2
# checks: locks, events and queues belong to the loop of their first waiter
import asyncio
import re


async def use(thing, call):
    try:
        await asyncio.wait_for(call(), 0.01)
    except asyncio.TimeoutError:
        print("waited")
    except RuntimeError as e:
        print(re.sub(r"0x[0-9a-f]+", "ID", str(e)))


lock = asyncio.Lock()
event = asyncio.Event()
sem = asyncio.Semaphore(0)
queue = asyncio.Queue()
asyncio.run(lock.acquire())
for _ in range(2):
    asyncio.run(use(lock, lock.acquire))
    asyncio.run(use(event, event.wait))
    asyncio.run(use(sem, sem.acquire))
    asyncio.run(use(queue, queue.get))
