# area: asyncio
# prio: P0
# checks: an exception out of asyncio.run ends the program with status 1 and a traceback
# exit: 1
# stderr-match: ^Traceback \(most recent call last\):$
# stderr-match: line \d+, in main$
# stderr-match: ^ZeroDivisionError: division by zero$
import asyncio


async def main():
    print("before")
    await asyncio.sleep(0)
    1 / 0


asyncio.run(main())
