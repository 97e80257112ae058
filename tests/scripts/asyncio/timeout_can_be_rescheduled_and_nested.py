# area: asyncio
# prio: P0
# checks: reschedule moves a timeout; of nested timeouts the one that is due expires
import asyncio


async def main():
    loop = asyncio.get_running_loop()
    async with asyncio.timeout(0.01) as cm:
        cm.reschedule(loop.time() + 10)
        await asyncio.sleep(0.03)
    print("outlived", cm.expired())
    try:
        async with asyncio.timeout(0.01) as outer:
            try:
                async with asyncio.timeout(10) as inner:
                    await asyncio.sleep(5)
            except TimeoutError:
                print("never")
    except TimeoutError:
        print(outer.expired(), inner.expired())
    async with asyncio.timeout(10) as outer:
        try:
            async with asyncio.timeout(0.01) as inner:
                await asyncio.sleep(5)
        except TimeoutError:
            print(outer.expired(), inner.expired())
    try:
        async with asyncio.timeout_at(loop.time() - 1):
            await asyncio.sleep(5)
    except TimeoutError:
        print("timeout_at in the past")


asyncio.run(main())
