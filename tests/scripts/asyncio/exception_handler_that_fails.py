# area: asyncio
# prio: P2
# checks: errors of the exception handler are reported, exits go through
# stderr-match: Unhandled error in exception handler
# stderr-match: ValueError: in handler
import asyncio
import sys


def handler(loop, context):
    print("handler:", context["message"])
    raise ValueError("in handler")


def leaves(loop, context):
    raise SystemExit(3)


async def main():
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(handler)
    loop.call_exception_handler({"message": "first"})
    print("goes on")
    loop.set_exception_handler(leaves)
    try:
        loop.call_exception_handler({"message": "second"})
    except SystemExit as e:
        print("SystemExit", e.code)


asyncio.run(main())
