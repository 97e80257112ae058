# area: modules
# prio: P1
# checks: what the loop has to say goes through the logger 'asyncio' once logging is loaded
import asyncio
import logging
import sys


class Out(logging.StreamHandler):
    def format(self, record):
        lines = super().format(record).split("\n")
        return "\n".join([lines[0].partition(" at 0x")[0].partition("(<locals>")[0], lines[-1]])


logging.basicConfig(level=logging.DEBUG, handlers=[Out(sys.stdout)], format="%(levelname)s:%(name)s:%(message)s")


async def fail():
    raise ValueError("of the task")


async def main():
    task = asyncio.create_task(fail())
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    del task
    asyncio.get_running_loop().call_exception_handler({"message": "by hand"})


asyncio.run(main())
logging.getLogger("asyncio").setLevel(logging.CRITICAL)
asyncio.run(main())
logging.getLogger("asyncio").setLevel(logging.NOTSET)
loop = asyncio.new_event_loop()
loop.close()
print(asyncio.log.logger, asyncio.base_events.logger is logging.getLogger("asyncio"))
