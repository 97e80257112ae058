# area: asyncio
# prio: P0
# checks: tasks of a group run together and their results are read after it

import asyncio


async def work(n, log):
    log.append(f"start {n}")
    await asyncio.sleep(0.001 * n)
    log.append(f"end {n}")
    return n * n


async def main():
    log = []
    async with asyncio.TaskGroup() as group:
        tasks = [group.create_task(work(n, log), name=f"w{n}") for n in (3, 1, 2)]
        print("in the group", [t.done() for t in tasks])
    print([t.result() for t in tasks], [t.get_name() for t in tasks], log)
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(work(1, log))
            raise KeyError("body")
    except* KeyError as errors:
        print(errors.exceptions)
    print(log[-1])


asyncio.run(main())
