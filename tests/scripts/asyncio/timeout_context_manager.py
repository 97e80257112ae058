# area: asyncio
# prio: P0
# checks: asyncio.timeout turns its cancellation into TimeoutError, expired() and when()
import asyncio


async def main():
    try:
        async with asyncio.timeout(0.01) as cm:
            try:
                await asyncio.sleep(10)
            except asyncio.CancelledError:
                print("cancelled inside")
                raise
    except TimeoutError as e:
        print("timeout", cm.expired(), repr(e))
    async with asyncio.timeout(10) as cm:
        await asyncio.sleep(0)
    print(cm.expired())
    async with asyncio.timeout(None) as cm:
        print(cm.when())
    try:
        async with asyncio.timeout(10):
            raise ValueError("own error")
    except ValueError as e:
        print(e)


asyncio.run(main())
