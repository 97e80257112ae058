# group: asyncio_await
import asyncio

from contextlib import asynccontextmanager


class Door:
    opened = 0

    async def __aenter__(self):
        Door.opened += 1
        return self

    async def __aexit__(self, *exc):
        Door.opened -= 1


@asynccontextmanager
async def room(n):
    yield n


async def main():
    total = 0
    for i in range(100_000):
        async with Door() as door:
            total += door.opened
    for i in range(20_000):
        async with room(i) as n:
            total += n
    print(total, Door.opened)


asyncio.run(main())
