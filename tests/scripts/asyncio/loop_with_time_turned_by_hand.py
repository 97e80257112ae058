# area: asyncio
# prio: P2
# checks: a loop whose time() is turned by hand waits for nothing
import asyncio
class Selector:
    def select(self, timeout):
        loop.now += timeout or 0
        return []

    def close(self):
        pass


class Jumping(asyncio.BaseEventLoop):
    def __init__(self):
        super().__init__()
        self.now = 100.0
        self._selector = Selector()

    def time(self):
        return self.now

    def _process_events(self, events):
        pass

    def _write_to_self(self):
        pass


async def work():
    start = loop.time()
    await asyncio.sleep(3600)
    print(round(loop.time() - start))
    try:
        await asyncio.wait_for(asyncio.sleep(10_000), 5000)
    except asyncio.TimeoutError:
        print(round(loop.time() - start))
    async with asyncio.timeout(50) as limit:
        await asyncio.sleep(20)
    print(round(loop.time() - start), limit.expired())


loop = Jumping()
loop.run_until_complete(work())
loop.close()
