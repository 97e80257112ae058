# area: asyncio
# prio: P1
# checks: run(debug=...) sets the mode of the loop
import asyncio
async def mode():
    return asyncio.get_running_loop().get_debug()


print(asyncio.run(mode()), asyncio.run(mode(), debug=True), asyncio.run(mode(), debug=False))
loop = asyncio.new_event_loop()
print(loop.get_debug(), loop.slow_callback_duration)
loop.set_debug(True)
print(loop.get_debug(), repr(loop).split()[-1])
loop.slow_callback_duration = 0.5
print(loop.slow_callback_duration)
loop.close()
