# area: asyncio
# prio: P2
# checks: the text of a DeadlockError stays short, and objects whose repr fails do no harm
# newer: never (DeadlockError is ours)
import asyncio


class Odd(asyncio.Future):
    def __repr__(self):
        raise ValueError("no repr")


class Aw:
    def __await__(self):
        return (yield from Odd().__await__())


async def chain(previous):
    await previous


async def main():
    last = asyncio.get_running_loop().create_future()
    for _ in range(3000):
        last = asyncio.create_task(chain(last))
    await last


async def odd():
    await Aw()


async def wide():
    event = asyncio.Event()
    await asyncio.gather(*(event.wait() for _ in range(2_000)))


for program in (main, odd, wide):
    try:
        asyncio.run(program())
    except asyncio.DeadlockError as e:
        lines = str(e).splitlines()
        print(program.__name__, len(lines), lines[0], lines[-1].strip())
