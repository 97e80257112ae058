"""A tour: the top level of a Hoopsnake program runs on the event loop, so it may simply `await`."""
import asyncio


async def brew(kind, seconds):
    await asyncio.sleep(seconds)
    return f"a cup of {kind}"


# Awaiting at the top level.
print(await brew("water", 0.01))

# Several at once; the results come in the order of the arguments.
print(await asyncio.gather(brew("tea", 0.03), brew("coffee", 0.02), brew("cocoa", 0.01)))


# A task group waits for all of its tasks; a failure in one stops the others.
async def fragile():
    await asyncio.sleep(0.01)
    raise ValueError("the pot broke")


try:
    async with asyncio.TaskGroup() as group:
        group.create_task(brew("mate", 10))
        group.create_task(fragile())
except* ValueError as failures:
    print("failed:", *failures.exceptions)

# A deadline for anything.
try:
    async with asyncio.timeout(0.02):
        await brew("cold drip", 10)
except TimeoutError:
    print("too slow")


# Async generators and comprehensions.
async def countdown(n):
    while n:
        yield n
        await asyncio.sleep(0)
        n -= 1


print([n async for n in countdown(3)])


# A task nobody awaits: the program ends when it has.
async def last_words():
    await asyncio.sleep(0.01)
    print("goodbye from the background")


farewell = asyncio.create_task(last_words())
print("the top level ends")
