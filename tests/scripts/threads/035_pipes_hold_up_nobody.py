# area: threads
# prio: P1
# checks: os.read of an empty pipe and os.write to a full one wait in their own thread only
import asyncio
import os
import threading


async def main():
    r, w = os.pipe()
    reader = asyncio.create_task(asyncio.to_thread(os.read, r, 100))
    for tick in range(3):
        await asyncio.sleep(0.01)
    print('ticks go on', reader.done())
    print(os.write(w, b'hello'), await reader)

    def fill():
        n = 0
        while n < 300000:
            n += os.write(w, b'x' * 100000)
        os.close(w)
        return n

    writer = asyncio.create_task(asyncio.to_thread(fill))
    await asyncio.sleep(0.05)
    print('full', writer.done())
    got = 0
    while some := await asyncio.to_thread(os.read, r, 65536):
        got += len(some)
    print(got, await writer)
    os.close(r)

asyncio.run(main())

# Two threads play ball.
(a, b), (c, d) = os.pipe(), os.pipe()


def echo():
    while ball := os.read(a, 10):
        os.write(d, ball.upper())
    os.close(d)


thread = threading.Thread(target=echo)
thread.start()
for text in (b'one', b'two', b'three'):
    os.write(b, text)
    print(os.read(c, 10))
os.close(b)
print(os.read(c, 10))
thread.join()
os.close(a)
os.close(c)
