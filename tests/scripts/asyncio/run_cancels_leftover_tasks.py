# area: asyncio
# prio: P0
# checks: tasks still pending when main ends are cancelled and their cleanup runs before run returns
import asyncio


async def background(n):
    try:
        await asyncio.sleep(100)
    except asyncio.CancelledError:
        log.append(("cancelled", n))
        raise
    finally:
        log.append(("cleanup", n))


async def main():
    tasks = [asyncio.create_task(background(i)) for i in range(3)]
    await asyncio.sleep(0)
    print("main ends")
    return len(tasks)


log = []
print(asyncio.run(main()), sorted(log))
