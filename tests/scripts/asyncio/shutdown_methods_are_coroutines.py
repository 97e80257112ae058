# area: asyncio
# prio: P1
# checks: shutdown_asyncgens and shutdown_default_executor give coroutines; run takes numbers for their tasks
import asyncio
import inspect


async def agen(log):
    try:
        yield 1
    finally:
        log.append('closed')


async def main():
    loop, log = asyncio.get_running_loop(), []
    for make in (loop.shutdown_asyncgens, loop.shutdown_default_executor):
        coroutine = make()
        print(inspect.iscoroutine(coroutine), coroutine.__name__)
        coroutine.close()
    generator = agen(log)
    await anext(generator)
    await asyncio.create_task(loop.shutdown_asyncgens())
    print(log)
    print(await loop.run_in_executor(None, len, 'abc'))
    await asyncio.ensure_future(loop.shutdown_default_executor())
    try:
        await loop.run_in_executor(None, len, 'abc')
    except RuntimeError as e:
        print(e)


async def name(use):
    if use:
        await asyncio.to_thread(len, 'abc')
    return asyncio.current_task().get_name()


asyncio.run(main())
for use in (False, True, False):
    print(asyncio.run(name(use)))
loop = asyncio.new_event_loop()
loop.run_until_complete(loop.shutdown_asyncgens())
loop.run_until_complete(loop.shutdown_default_executor())
print(loop.run_until_complete(name(False)))
loop.close()
