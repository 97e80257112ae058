# area: asyncio
# prio: P1
# checks: timers with one deadline fire together in one turn
import asyncio


async def main():
    loop = asyncio.get_running_loop()
    when = loop.time() + 0.01
    log = []
    for i in range(5):
        loop.call_at(when, log.append, i)
    await asyncio.sleep(0.03)
    print(sorted(log), len(log))


asyncio.run(main())
