# area: asyncio
# prio: P2
# checks: debug mode: a slow step and a slow callback are told
# stderr-match: ^Executing <Handle slow\(\) .* took 0.0\d\d seconds$
# stderr-match: ^Executing <Task 
import asyncio
import time


def slow():
    time.sleep(0.03)


async def main():
    loop = asyncio.get_running_loop()
    loop.slow_callback_duration = 0.02
    loop.call_soon(slow)
    await asyncio.sleep(0)
    time.sleep(0.03)
    await asyncio.sleep(0)
    print("end")


asyncio.run(main(), debug=True)
