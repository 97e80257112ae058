# group: memory
# Starts N sleeping tasks, says so, and sleeps on: the runner reads the peak memory and ends the process.
import asyncio
import sys

n = int(sys.argv[1]) if len(sys.argv) > 1 else 50_000


async def main():
    started = 0

    async def sleeper():
        nonlocal started
        started += 1
        await asyncio.sleep(3600)

    tasks = [asyncio.create_task(sleeper()) for _ in range(n)]
    await asyncio.sleep(0)
    print(started, len(tasks), flush=True)
    await asyncio.sleep(3600)


asyncio.run(main())
