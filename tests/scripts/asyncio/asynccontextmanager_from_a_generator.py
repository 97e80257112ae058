# area: asyncio
# prio: P0
# checks: contextlib.asynccontextmanager: enter, exit, exceptions, use as helper
import asyncio
from contextlib import asynccontextmanager


@asynccontextmanager
async def managed(name):
    print("open", name)
    await asyncio.sleep(0)
    try:
        yield name.upper()
    except ValueError as e:
        print("saw", e)
    finally:
        print("close", name)


async def main():
    async with managed("a") as x:
        print(x)
    async with managed("b"):
        raise ValueError("swallowed by the generator")
    try:
        async with managed("c"):
            raise KeyError("goes through")
    except KeyError as e:
        print(e)


asyncio.run(main())
