# group: threads
import asyncio

from concurrent.futures import ThreadPoolExecutor


def work(n):
    return n * 2


async def main():
    loop = asyncio.get_running_loop()
    total = 0
    for i in range(3000):
        total += await loop.run_in_executor(None, work, i)
    with ThreadPoolExecutor(4) as pool:
        for _ in range(30):
            total += sum(await asyncio.gather(*(loop.run_in_executor(pool, work, i) for i in range(100))))
    print(total)


asyncio.run(main())
