# area: programs
# prio: P1
# checks: random schedules of locks, queues, groups, timeouts, cancellations keep invariants; argument: how many
import asyncio
import random
import sys


class World:
    def __init__(self, seed):
        self.rng = random.Random(seed)
        self.lock, self.sem = asyncio.Lock(), asyncio.Semaphore(2)
        self.queue, self.event = asyncio.Queue(3), asyncio.Event()
        self.inside = self.permits = 0
        self.sent, self.got = [], []

    async def turns(self):
        for _ in range(self.rng.randrange(3)):
            await asyncio.sleep(0)

    async def step(self, depth):
        kind = self.rng.randrange(7)
        if kind == 0:
            async with self.lock:
                self.inside += 1
                assert self.inside == 1, "two in the lock"
                try:
                    await self.turns()
                finally:
                    self.inside -= 1
        elif kind == 1:
            async with self.sem:
                self.permits += 1
                assert self.permits <= 2, "too many permits"
                try:
                    await self.turns()
                finally:
                    self.permits -= 1
        elif kind == 2:
            item = object()
            await self.queue.put(item)
            self.sent.append(item)
        elif kind == 3 and not self.queue.empty():
            self.got.append(self.queue.get_nowait())
            self.queue.task_done()
        elif kind == 4 and depth < 3:
            async with asyncio.TaskGroup() as tg:
                tasks = [tg.create_task(self.work(depth + 1)) for _ in range(2)]
                await self.turns()
                self.rng.choice(tasks).cancel()
            assert all(t.done() for t in tasks), "a child outlives its group"
        elif kind == 5:
            try:
                async with asyncio.timeout(self.rng.choice((0, 0.0005))):
                    await self.event.wait()
            except TimeoutError:
                pass
        else:
            await self.turns()

    async def work(self, depth=0):
        for _ in range(4):
            await self.step(depth)


async def main(seed):
    world = World(seed)
    tasks = [asyncio.create_task(world.work()) for _ in range(8)]
    for victim in world.rng.sample(tasks, 3):
        await world.turns()
        victim.cancel()
    done, stuck = await asyncio.wait(tasks, timeout=0.01)
    while stuck:
        while not world.queue.empty():
            world.got.append(world.queue.get_nowait())
        done, stuck = await asyncio.wait(tasks, timeout=0.01)
    while not world.queue.empty():
        world.got.append(world.queue.get_nowait())
    for t in tasks:
        assert t.cancelled() or t.exception() is None, (seed, t)
    assert set(map(id, world.got)) >= set(map(id, world.sent)), "an item was lost"
    assert len(set(map(id, world.got))) == len(world.got), "an item came twice"
    assert not world.lock.locked() and world.inside == world.permits == 0, seed
    assert not world.sem.locked() and len(asyncio.all_tasks()) == 1, seed


for seed in range(int(sys.argv[1]) if len(sys.argv) > 1 else 30):
    try:
        asyncio.run(main(seed))
    except BaseException:
        print("seed", seed)
        raise
print("all seeds ok")
