# area: asyncio
# prio: P0
# checks: __aenter__ and __aexit__ are awaited; several items; exceptions and suppression
import asyncio


class CM:
    def __init__(self, n, swallow=False):
        self.n, self.swallow = n, swallow

    async def __aenter__(self):
        await asyncio.sleep(0)
        print("enter", self.n)
        return self.n

    async def __aexit__(self, t, v, tb):
        await asyncio.sleep(0)
        print("exit", self.n, t and t.__name__)
        return self.swallow


async def main():
    async with CM(1) as a, CM(2) as b:
        print(a, b)
    async with CM(3, True):
        raise ValueError("swallowed")
    try:
        async with (CM(4), CM(5)):
            raise KeyError("k")
    except KeyError:
        print("out")
    for bad in (5, object()):
        try:
            async with bad:
                pass
        except TypeError as e:
            print(e)


async def returns():
    async with CM("r"):
        return "value"


asyncio.run(main())
print(asyncio.run(returns()))
