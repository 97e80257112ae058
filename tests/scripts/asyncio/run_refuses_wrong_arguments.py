# area: asyncio
# prio: P0
# checks: asyncio.run inside a running loop raises and leaves the coroutine usable
import asyncio


async def inner():
    return "inner ran"


async def main():
    c = inner()
    try:
        asyncio.run(c)
    except RuntimeError as e:
        print(e)
    print(await c)


asyncio.run(main())
