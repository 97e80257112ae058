# area: asyncio
# prio: P1
# checks: the message of cancel() arrives as the only argument
import asyncio
async def sleeper():
    await asyncio.sleep(10)


async def middle():
    await asyncio.create_task(sleeper())


async def main():
    for message in (None, "text", 42, ("a", "b")):
        t = asyncio.create_task(middle())
        await asyncio.sleep(0)
        await asyncio.sleep(0)
        t.cancel(message) if message is not None else t.cancel()
        try:
            await t
        except asyncio.CancelledError as e:
            print(e.args)
    f = asyncio.get_running_loop().create_future()
    f.cancel(msg="future")
    try:
        f.result()
    except asyncio.CancelledError as e:
        print(e.args)
    results = await asyncio.gather(f, return_exceptions=True)
    print(results)


asyncio.run(main())
