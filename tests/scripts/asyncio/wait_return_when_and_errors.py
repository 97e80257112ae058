# area: asyncio
# prio: P0
# checks: wait: return_when, timeout, wrong arguments
import asyncio
async def work(n, fail=False):
    await asyncio.sleep(0.01 * n)
    if fail:
        raise ValueError(n)
    return n


def names(tasks):
    return sorted(t.get_name() for t in tasks)


async def main():
    def make(*specs):
        return [asyncio.create_task(work(n, f), name=f"t{n}") for n, f in specs]
    for when in (asyncio.FIRST_COMPLETED, asyncio.FIRST_EXCEPTION, asyncio.ALL_COMPLETED):
        tasks = make((1, False), (2, True), (4, False))
        done, pending = await asyncio.wait(tasks, return_when=when)
        print(when, names(done), names(pending))
        await asyncio.gather(*tasks, return_exceptions=True)
    tasks = make((1, False), (90, False))
    done, pending = await asyncio.wait(tasks, timeout=0.2)
    print(names(done), names(pending), tasks[1].cancelled())
    done, pending = await asyncio.wait(tasks, timeout=0)
    print(names(done), names(pending))
    tasks[1].cancel()
    coro = work(0)
    for args, kwargs in [(([],), {}), ((coro,), {}), ((tasks[0],), {}),
                         (([coro],), {}), ((tasks,), {"return_when": "X"})]:
        try:
            await asyncio.wait(*args, **kwargs)
        except (TypeError, ValueError) as e:
            print(type(e).__name__, e)
    coro.close()


asyncio.run(main())
