# area: asyncio
# prio: P0
# checks: a task cancelled before it started never runs its body
import asyncio


async def work():
    print("never")


async def main():
    t = asyncio.create_task(work())
    print(t.cancel(), t.cancelled(), t.done())
    try:
        await t
    except asyncio.CancelledError:
        print("cancelled", t.cancelled(), t.done(), t.cancel())
    for f in (t.result, t.exception):
        try:
            f()
        except asyncio.CancelledError:
            print("raises CancelledError")


asyncio.run(main())
