# area: asyncio
# prio: P0
# checks: five thousand tasks with timers and turns all finish once
import asyncio


async def w(n):
    await asyncio.sleep(0.001 * (n % 3))
    for _ in range(n % 4):
        await asyncio.sleep(0)
    done.append(n)
    return n


done = []


async def main():
    r = await asyncio.gather(*[w(i) for i in range(5000)])
    print(sum(r), r == list(range(5000)), len(done), sorted(done) == r)


asyncio.run(main())
