# area: threads
# prio: P2
# checks: debug mode tells of calls from a wrong thread
import asyncio
import threading


async def main():
    loop = asyncio.get_running_loop()

    def wrong():
        told = []
        for f in (lambda: loop.call_soon(print), lambda: loop.call_later(0, print),
                  lambda: loop.call_at(0, print)):
            try:
                f()
            except RuntimeError as e:
                told.append(str(e))
        loop.call_soon_threadsafe(told.append, "threadsafe")
        return told

    for line in await asyncio.to_thread(wrong):
        print(line)
    try:
        loop.run_in_executor(None, main)
    except TypeError as e:
        print(e)


asyncio.run(main(), debug=True)
