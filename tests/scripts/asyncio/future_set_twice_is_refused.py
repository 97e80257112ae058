# area: asyncio
# prio: P1
# checks: setting a future that is done, in every way
import asyncio
def attempt(call, *args):
    try:
        print(call(*args))
    except BaseException as e:
        print(type(e).__name__, e)


async def main():
    loop = asyncio.get_running_loop()
    done, failed, cancelled = (loop.create_future() for _ in range(3))
    done.set_result(1)
    failed.set_exception(ValueError("v"))
    cancelled.cancel("why")
    for f in done, failed, cancelled:
        attempt(f.set_result, 2)
        attempt(f.set_exception, KeyError)
        attempt(f.cancel)
        attempt(f.result)
        attempt(f.exception)
    pending = loop.create_future()
    attempt(pending.result)
    attempt(pending.exception)
    attempt(pending.set_exception, 3)
    attempt(pending.set_exception, int)
    pending.set_exception(KeyError)
    attempt(pending.result)


asyncio.run(main())
