# area: asyncio
# prio: P2
# checks: a subclass of the loop that overrides call_soon and call_at
import asyncio
class Counting(asyncio.SelectorEventLoop):
    def __init__(self):
        super().__init__()
        self.soon = self.at = 0

    def call_soon(self, callback, *args, context=None):
        self.soon += 1
        return super().call_soon(callback, *args, context=context)

    def call_at(self, when, callback, *args, context=None):
        self.at += 1
        return super().call_at(when, callback, *args, context=context)


async def work():
    await asyncio.sleep(0)
    await asyncio.sleep(0.001)
    f = asyncio.get_running_loop().create_future()
    asyncio.get_running_loop().call_later(0.001, f.set_result, "x")
    return await f


loop = Counting()
print(loop.run_until_complete(work()), loop.soon, loop.at)
loop.close()
with asyncio.Runner(loop_factory=Counting) as runner:
    print(runner.run(asyncio.sleep(0, 5)), type(runner.get_loop()).__name__)
