# area: asyncio
# prio: P1
# checks: a task that fails while run() shuts down
# stderr-match: ^unhandled exception during asyncio.run\(\) shutdown$
# stderr-match: ^task: <Task finished name='Task-2' coro=<bad_cleanup\(\) done
# stderr-match: ^KeyError: 'cleanup'$
import asyncio
async def bad_cleanup():
    try:
        await asyncio.sleep(10)
    finally:
        raise KeyError("cleanup")


async def main():
    asyncio.create_task(bad_cleanup())
    await asyncio.sleep(0)
    return "result"


print(asyncio.run(main()))
