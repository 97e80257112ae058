# group: threads
# What `asyncio.to_thread` costs: calls one after the other, and many at once.
import asyncio


def work(n):
    return n + 1


async def main():
    n = 0
    for _ in range(6000):
        n = await asyncio.to_thread(work, n)
    for _ in range(40):
        found = await asyncio.gather(*(asyncio.to_thread(work, i) for i in range(100)))
        n += sum(found)
    print(n)


asyncio.run(main())
