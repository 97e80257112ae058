# area: programs
# prio: P1
# checks: publishers and subscribers on asyncio: queues, timeouts, cancellation, groups
import asyncio
import contextlib
from collections import defaultdict
from dataclasses import dataclass, field
from typing import Any, AsyncIterator, Awaitable, Callable


@dataclass(order=True)
class Message:
    priority: int
    topic: str = field(compare=False)
    payload: Any = field(compare=False, default=None)


class Bus:
    def __init__(self) -> None:
        self.handlers: defaultdict[str, list[Callable[[Message], Awaitable[None]]]] = defaultdict(list)
        self.queue: asyncio.PriorityQueue[Message] = asyncio.PriorityQueue()
        self.errors: list[BaseException] = []

    def on(self, topic: str):
        def register(handler):
            self.handlers[topic].append(handler)
            return handler
        return register

    async def publish(self, priority: int, topic: str, payload: Any = None) -> None:
        await self.queue.put(Message(priority, topic, payload))

    async def run(self) -> int:
        count = 0
        try:
            while True:
                message = await self.queue.get()
                results = await asyncio.gather(*(h(message) for h in self.handlers[message.topic]), return_exceptions=True)
                self.errors += [r for r in results if isinstance(r, BaseException)]
                count += 1
                self.queue.task_done()
        except asyncio.CancelledError:
            print("bus stops after", count)
            return count


bus = Bus()
seen: list[str] = []


@bus.on("greet")
async def greet(message: Message) -> None:
    await asyncio.sleep(0)
    seen.append(f"hello {message.payload}")


@bus.on("greet")
async def fails(message: Message) -> None:
    if message.payload == "bob":
        raise ValueError("no bob here")


@bus.on("chain")
async def chain(message: Message) -> None:
    seen.append(f"chain {message.payload}")
    if message.payload:
        await bus.publish(5, "chain", message.payload - 1)


class Ticker:
    def __init__(self, n: int) -> None:
        self.n = n

    def __aiter__(self) -> AsyncIterator[int]:
        return self

    async def __anext__(self) -> int:
        if not self.n:
            raise StopAsyncIteration
        self.n -= 1
        await asyncio.sleep(0)
        return self.n


@contextlib.asynccontextmanager
async def running(bus: Bus):
    task = asyncio.create_task(bus.run(), name="bus")
    try:
        yield task
    finally:
        task.cancel()
        print("result", await task, task.get_name())


async def squares(n: int):
    try:
        async for i in Ticker(n):
            yield i * i
    finally:
        print("squares closed")


async def worker(name: str, jobs: asyncio.Queue, done: list, gate: asyncio.Semaphore) -> None:
    while (job := await jobs.get()) is not None:
        async with gate:
            await asyncio.sleep(0.001 * job)
            done.append((name, job))
    await jobs.put(None)


async def main() -> None:
    async with running(bus) as task:
        await bus.publish(9, "greet", "late")
        await bus.publish(1, "greet", "ann")
        await bus.publish(2, "greet", "bob")
        await bus.publish(3, "chain", 2)
        await bus.queue.join()
        print(seen, [repr(e) for e in bus.errors], task.done())
    print([s async for s in squares(4)], {i: i % 2 == 0 async for i in Ticker(3)})
    agen = squares(5)
    async for s in agen:
        if s < 10:
            break
    await agen.aclose()
    jobs: asyncio.Queue = asyncio.Queue()
    for job in (3, 1, 2, None):
        jobs.put_nowait(job)
    done: list = []
    gate = asyncio.Semaphore(1)
    async with asyncio.TaskGroup() as group:
        for name in "xy":
            group.create_task(worker(name, jobs, done, gate))
    print(sorted(job for _, job in done), jobs.qsize())
    try:
        async with asyncio.timeout(0.005):
            await asyncio.sleep(5)
    except TimeoutError as e:
        print("timeout", repr(e))
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(fails(Message(0, "greet", "bob")), name="doomed")
            waiting = group.create_task(asyncio.sleep(10))
    except* ValueError as errors:
        print(errors.exceptions, waiting.cancelled())
    first = asyncio.get_running_loop().create_future()
    asyncio.get_running_loop().call_later(0.001, first.set_result, "later")
    done_set, pending = await asyncio.wait({first, asyncio.ensure_future(asyncio.sleep(1, "slow"))}, return_when=asyncio.FIRST_COMPLETED)
    print([f.result() for f in done_set], len(pending))
    for f in pending:
        f.cancel()
    print(await asyncio.gather(*pending, return_exceptions=True))
    shielded = asyncio.shield(asyncio.sleep(0, "kept"))
    print(await shielded, Message(1, "a") < Message(2, "a"), Message(1, "a", 5) == Message(1, "b", 6))


asyncio.run(main())
