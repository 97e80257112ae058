# group: asyncio_tasks
import asyncio


async def child(n):
    await asyncio.sleep(0)
    if n % 3 == 0:
        raise KeyError(n)
    return n


async def main():
    failed = total = 0
    for _ in range(150):
        for result in await asyncio.gather(*(child(i) for i in range(200)), return_exceptions=True):
            if isinstance(result, KeyError):
                failed += 1
            else:
                total += result
    print(failed, total)


asyncio.run(main())
