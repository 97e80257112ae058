"""Races whose runners start one after the other."""

from asyncio import events, locks, tasks

__all__ = ('staggered_race',)


async def staggered_race(coro_fns, delay, *, loop=None):
    """Start one coroutine after another, `delay` seconds apart or when the one
    before failed, until one succeeds.

    Returns its result, its index, and the exceptions of all that were started.
    """
    loop = loop or events.get_running_loop()
    coro_fns = list(coro_fns)
    exceptions = []
    running = set()
    done = loop.create_future()
    winner = None

    def check(task):
        running.discard(task)
        if not done.done() and not running and len(exceptions) == len(coro_fns):
            done.set_result(None)

    def start(index):
        exceptions.append(None)
        failed = locks.Event()
        task = loop.create_task(race(index, failed))
        running.add(task)
        task.add_done_callback(check)

    async def race(index, failed):
        nonlocal winner
        try:
            if index + 1 < len(coro_fns):
                launcher = loop.create_task(launch_next(index + 1, failed))
                running.add(launcher)
                launcher.add_done_callback(check)
            result = await coro_fns[index]()
        except (SystemExit, KeyboardInterrupt):
            raise
        except BaseException as e:
            exceptions[index] = e
            failed.set()
            return
        if winner is None:
            winner = result, index
            if not done.done():
                done.set_result(None)

    async def launch_next(index, failed):
        try:
            await tasks.wait_for(failed.wait(), delay)
        except TimeoutError:
            pass
        if winner is None and len(exceptions) == index:
            start(index)

    if not coro_fns:
        return None, None, exceptions
    start(0)
    try:
        await done
    finally:
        left = list(running)
        for task in left:
            task.cancel()
        if left:
            await tasks.wait(left)
    if winner is None:
        return None, None, exceptions
    return winner[0], winner[1], exceptions
