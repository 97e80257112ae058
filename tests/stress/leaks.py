# Tasks that are created, fail, are cancelled and finish leave no object behind. Argument: how many, a million if absent.
import asyncio
import contextlib
import gc
import sys

BATCH = 1000


async def finishes(n):
    await asyncio.sleep(0)
    return n


async def fails(n):
    await asyncio.sleep(0)
    raise ValueError(n)


async def waits(what):
    await what.wait()


async def locks(lock):
    async with lock:
        await asyncio.sleep(0)


async def is_late():
    async with asyncio.timeout(0):
        await asyncio.sleep(10)


async def in_group(n):
    async with asyncio.TaskGroup() as group:
        group.create_task(finishes(n))
        group.create_task(fails(n))


async def finished(n):
    await asyncio.gather(*(finishes(i) for i in range(n)))


async def failed(n):
    for result in await asyncio.gather(*(fails(i) for i in range(n)), return_exceptions=True):
        assert type(result) is ValueError


async def cancelled_unstarted(n):
    tasks = [asyncio.create_task(finishes(i)) for i in range(n)]
    for task in tasks:
        task.cancel("no")
    await asyncio.wait(tasks)


async def cancelled_while_waiting(n):
    event = asyncio.Event()
    tasks = [asyncio.create_task(waits(event)) for i in range(n)]
    await asyncio.sleep(0)
    for task in tasks:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)


async def cancelled_in_sleep(n):
    tasks = [asyncio.create_task(asyncio.sleep(3600, i)) for i in range(n)]
    await asyncio.sleep(0)
    for task in tasks:
        task.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await task


async def through_a_lock(n):
    lock = asyncio.Lock()
    tasks = [asyncio.create_task(locks(lock)) for _ in range(n)]
    await asyncio.sleep(0)
    tasks[n // 2].cancel()
    await asyncio.wait(tasks)


async def too_late(n):
    for result in await asyncio.gather(*(is_late() for _ in range(n)), return_exceptions=True):
        assert type(result) is TimeoutError


async def grouped(n):
    for result in await asyncio.gather(*(in_group(i) for i in range(n // 3)), return_exceptions=True):
        assert type(result) is ExceptionGroup


async def first_of(n):
    for _ in range(n // 10):
        tasks = {asyncio.ensure_future(waits(asyncio.Event())) for _ in range(9)}
        tasks.add(asyncio.create_task(finishes(1)))
        done, pending = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
        for task in pending:
            task.cancel()


async def dropped(n):
    """Nobody keeps them, nobody asks."""
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(lambda loop, context: None)
    for i in range(n):
        asyncio.create_task(finishes(i) if i % 2 else fails(i))
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    loop.set_exception_handler(None)


KINDS = [finished, failed, cancelled_unstarted, cancelled_while_waiting, cancelled_in_sleep, through_a_lock, too_late,
         grouped, first_of, dropped]


def round_of(n):
    for kind in KINDS:
        asyncio.run(kind(n))
    # A loop that is closed while tasks wait in it.
    loop = asyncio.new_event_loop()
    tasks = [loop.create_task(waits(asyncio.Event())) for _ in range(10)]
    loop.run_until_complete(asyncio.sleep(0))
    for task in tasks:
        task._log_destroy_pending = False
    loop.close()


def live():
    gc.collect()
    return sys.getallocatedblocks()


def main(total):
    for _ in range(3):
        round_of(BATCH)
    before = live()
    for _ in range(max(1, total // (BATCH * len(KINDS)))):
        round_of(BATCH)
    # CPython's own caches may hold a few more.
    left = live() - before
    few = 0 if sys.implementation.name == "hoopsnake" else 500
    print("objects left:", "none" if left <= few else left)


main(int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000)
