# group: asyncio_sync
import asyncio


async def main():
    ping, pong, n = asyncio.Event(), asyncio.Event(), 50_000

    async def answer():
        for _ in range(n):
            await ping.wait()
            ping.clear()
            pong.set()

    task = asyncio.create_task(answer())
    for _ in range(n):
        ping.set()
        await pong.wait()
        pong.clear()
    await task
    print(n, pong.is_set())


asyncio.run(main())
