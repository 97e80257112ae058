# group: asyncio_tasks
import asyncio


async def tree(depth):
    if depth == 0:
        return 1
    return sum(await asyncio.gather(tree(depth - 1), tree(depth - 1), tree(depth - 1)))


async def main():
    print(sum([await tree(7) for _ in range(8)]))


asyncio.run(main())
