# group: asyncio_await
import asyncio


async def down(n):
    if n == 0:
        raise ValueError
    try:
        await down(n - 1)
    finally:
        n -= 1


async def main():
    caught = 0
    for _ in range(3000):
        try:
            await down(50)
        except ValueError:
            caught += 1
    print(caught)


asyncio.run(main())
