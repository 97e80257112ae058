# area: modules
# prio: P2
# checks: frames of generators and coroutines: their variables and lines while they are suspended
import asyncio
import inspect


def counter(limit):
    for number in range(limit):
        yield number


numbers = counter(3)
print(inspect.getgeneratorlocals(numbers))
next(numbers), next(numbers)
print(inspect.getgeneratorlocals(numbers), numbers.gi_frame.f_lineno - counter.__code__.co_firstlineno)
list(numbers)
print(inspect.getgeneratorlocals(numbers), numbers.gi_frame)


async def waits(event):
    tries = 3
    await event.wait()
    return tries


async def main():
    event = asyncio.Event()
    coroutine = waits(event)
    task = asyncio.create_task(coroutine)
    await asyncio.sleep(0)
    print(sorted(inspect.getcoroutinelocals(coroutine)), coroutine.cr_frame.f_locals['tries'])
    event.set()
    print(await task, coroutine.cr_frame)


asyncio.run(main())
