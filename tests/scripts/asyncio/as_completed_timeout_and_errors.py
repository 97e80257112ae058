# area: asyncio
# prio: P1
# checks: as_completed: time limit, failures, order
import asyncio
async def work(n, fail=False):
    await asyncio.sleep(0.01 * n)
    if fail:
        raise ValueError(n)
    return n


async def main():
    got = []
    for next_one in asyncio.as_completed([work(3), work(1, True), work(2)]):
        try:
            got.append(await next_one)
        except ValueError as e:
            got.append(f"error {e}")
    print(got)
    slow = asyncio.create_task(work(90))
    got = []
    for next_one in asyncio.as_completed([work(1), slow], timeout=0.2):
        try:
            got.append(await next_one)
        except asyncio.TimeoutError:
            got.append("timeout")
    print(got, slow.cancelled(), slow.done())
    slow.cancel()
    print([await c for c in asyncio.as_completed([])])


asyncio.run(main())
