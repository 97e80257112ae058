# area: asyncio
# prio: P0
# checks: gather gives the first error at once; later ones stay silent
import asyncio
async def fails(n):
    await asyncio.sleep(0.005 * n)
    raise ValueError(n)


async def lasts():
    await asyncio.sleep(0.15)
    print("lasts")


async def main():
    try:
        await asyncio.gather(fails(2), lasts(), fails(1))
    except ValueError as e:
        print("first", e)
    await asyncio.sleep(0.2)
    results = await asyncio.gather(fails(1), lasts(), fails(0), return_exceptions=True)
    print([repr(r) for r in results])


asyncio.run(main())
