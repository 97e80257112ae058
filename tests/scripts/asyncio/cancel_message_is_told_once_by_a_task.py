# area: asyncio
# prio: P1
# checks: the message of a cancel goes with the first CancelledError that a task gives; a future keeps it
import asyncio
async def main():
    async def c(): await asyncio.sleep(10)
    for start in (0, 1):
        t = asyncio.create_task(c())
        if start: await asyncio.sleep(0)
        t.cancel('m')
        for _ in range(3):
            try: await t
            except asyncio.CancelledError as e: print(e.args, t._cancel_message)
        for f in (t.result, t.exception):
            try: f()
            except asyncio.CancelledError as e: print(e.args)
        print(await asyncio.gather(t, return_exceptions=True))
        try: await asyncio.gather(t)
        except asyncio.CancelledError as e: print('g', e.args)
        try: await asyncio.shield(t)
        except asyncio.CancelledError as e: print('s', e.args)
        try: await asyncio.wait_for(t, 1)
        except asyncio.CancelledError as e: print('w', e.args)
    f = asyncio.get_running_loop().create_future(); f.cancel('fm')
    for _ in range(2):
        try: await f
        except asyncio.CancelledError as e: print(e.args, f._cancel_message)
    print(await asyncio.gather(f, return_exceptions=True))
asyncio.run(main())
