# group: asyncio_await
import asyncio


class Turn:
    def __await__(self):
        yield


class Value:
    def __init__(self, value):
        self.value = value

    def __await__(self):
        return self.value
        yield


async def main():
    total = 0
    for i in range(150_000):
        total += await Value(i)
        if i % 8 == 0:
            await Turn()
    print(total)


asyncio.run(main())
