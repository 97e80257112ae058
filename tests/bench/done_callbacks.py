# group: asyncio_callbacks
import asyncio


async def main():
    loop = asyncio.get_running_loop()
    called = 0

    def note(future):
        nonlocal called
        called += future.result()

    for _ in range(40):
        futures = [loop.create_future() for _ in range(1000)]
        for future in futures:
            future.add_done_callback(note)
            future.add_done_callback(note)
            future.set_result(1)
        await asyncio.sleep(0)
    print(called)


asyncio.run(main())
