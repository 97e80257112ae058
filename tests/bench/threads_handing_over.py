# group: threads
import asyncio

import queue
import threading


async def main():
    there, back = queue.Queue(), queue.Queue()

    def worker():
        while (item := there.get()) is not None:
            back.put(item + 1)

    threads = [threading.Thread(target=worker) for _ in range(3)]
    for thread in threads:
        thread.start()
    total = 0
    for r in range(60):
        for i in range(100):
            there.put(i)
        for i in range(100):
            total += back.get()
    for _ in threads:
        there.put(None)
    for thread in threads:
        thread.join()
    print(total)


asyncio.run(main())
