"""A ticker with subscribers: an async generator, a broadcast, and a listener that leaves early."""
import asyncio
from contextlib import asynccontextmanager


class Ticker:
    def __init__(self):
        self.listeners = []

    @asynccontextmanager
    async def listen(self, name):
        queue = asyncio.Queue()
        self.listeners.append(queue)
        print(f"{name} joins")
        try:
            yield self.ticks(queue)
        finally:
            self.listeners.remove(queue)
            print(f"{name} leaves, {len(self.listeners)} left")

    async def ticks(self, queue):
        while (tick := await queue.get()) is not None:
            yield tick

    async def run(self, n):
        for i in range(n):
            await asyncio.sleep(0.005)
            for queue in self.listeners:
                queue.put_nowait(i)
        for queue in self.listeners:
            queue.put_nowait(None)


async def all_of_them(ticker):
    async with ticker.listen("patient") as ticks:
        print("patient heard", [tick async for tick in ticks])


async def only_two(ticker):
    async with ticker.listen("hasty") as ticks:
        async for tick in ticks:
            print("hasty heard", tick)
            if tick == 1:
                break


async def main():
    ticker = Ticker()
    async with asyncio.TaskGroup() as group:
        group.create_task(all_of_them(ticker))
        group.create_task(only_two(ticker))
        group.create_task(ticker.run(5))


asyncio.run(main())
