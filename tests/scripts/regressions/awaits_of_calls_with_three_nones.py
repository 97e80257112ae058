# area: regressions
# prio: P2
# checks: a call with None at the end is not taken for the end of an async with
import asyncio


def number(*values):
    return 1


class Entered:
    def __init__(self, enter, leave):
        self.enter, self.leave = enter, leave

    def __aenter__(self):
        return self.enter()

    def __aexit__(self, *_):
        return self.leave()


async def nothing():
    pass


async def complain(name, work):
    try:
        await work()
    except TypeError as error:
        print(name, error)


async def main():
    numbers = [number]

    async def three():
        await numbers[0](None, None, None)

    async def two():
        await (lambda *values: 1)(1, 2, None)

    async def leaving():
        async with Entered(nothing, number):
            pass

    async def returning():
        async with Entered(nothing, number):
            return None

    async def failing():
        async with Entered(nothing, number):
            raise ValueError

    async def entering():
        async with Entered(number, nothing):
            pass

    for work in three, two, leaving, returning, failing, entering:
        await complain(work.__name__, work)


asyncio.run(main())
try:
    super(int).missing
except AttributeError as error:
    print(error)
