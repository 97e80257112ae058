# area: asyncio
# prio: P2
# checks: cancelling tasks that wait for each other in a ring is a RecursionError, not a hang
import asyncio


async def main():
    tasks = []

    async def waits(index):
        await gate
        if index < 4:
            await tasks[(index + 1) % 4]
        else:
            await tasks[2]

    gate = asyncio.get_running_loop().create_future()
    tasks += [asyncio.create_task(waits(n)) for n in range(5)]
    await asyncio.sleep(0)
    gate.set_result(None)
    for _ in range(3):
        await asyncio.sleep(0)
    # The last one leads into the ring, the others are in it.
    for task in (tasks[4], tasks[0]):
        try:
            task.cancel()
        except RecursionError:
            print("RecursionError")
        print(task.done(), task.cancelling() > 0)


loop = asyncio.new_event_loop()
loop.set_exception_handler(lambda loop, context: None)
loop.run_until_complete(main())
print("end")
