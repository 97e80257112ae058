# area: asyncio
# prio: P1
# checks: what runs when at the end of a program
import asyncio
import atexit

atexit.register(print, "6 atexit")


async def agen():
    try:
        yield 1
    finally:
        print("4 generator")


async def background():
    try:
        await asyncio.sleep(10)
    finally:
        print("3 background")


async def main():
    global keep
    keep = agen()
    await anext(keep)
    task = asyncio.create_task(background())
    await asyncio.sleep(0)
    try:
        print("1 main")
        return task
    finally:
        print("2 finally")


asyncio.run(main())
print("5 after run")
