# group: asyncio_tasks
import asyncio


async def child(n):
    for _ in range(n):
        await asyncio.sleep(0)
    return n


async def main():
    rounds = total = 0
    for _ in range(600):
        left = {asyncio.create_task(child(i)) for i in range(12)}
        while left:
            done, left = await asyncio.wait(left, return_when=asyncio.FIRST_COMPLETED)
            rounds += 1
            total += sum(task.result() for task in done)
    print(rounds, total)


asyncio.run(main())
