# area: asyncio
# prio: P1
# checks: a suspended async generator is closed by asyncio.run at the end
import asyncio


async def agen():
    try:
        yield 1
        yield 2
    finally:
        await asyncio.sleep(0)
        print("agen closed")


async def main():
    global keep
    keep = agen()
    async for x in keep:
        print(x)
        break
    print("main ends")


asyncio.run(main())
print("after run")
