# area: asyncio
# prio: P1
# checks: the default report: message, the other keys sorted, traceback
# stderr-match: ^m$
# stderr-match: ^alpha: 'two'$
# stderr-match: ^zeta: 1$
# stderr-match: ^Unhandled exception in event loop$
# stderr-match: ^ValueError: v$
# stderr-match: ^n$
# stderr-match: ^task: 'Task-1'$
import asyncio
async def main():
    loop = asyncio.get_running_loop()
    loop.default_exception_handler({"message": "m", "zeta": 1, "alpha": "two"})
    loop.default_exception_handler({"exception": ValueError("v")})
    loop.call_exception_handler({"message": "n", "task": asyncio.current_task().get_name()})
    print("end")


asyncio.run(main())
