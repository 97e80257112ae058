# area: asyncio
# prio: P1
# checks: get_event_loop: the running one, the one that was set, else RuntimeError
# newer: 3.14 (written by hand from its documentation)
import asyncio
import warnings
def current():
    try:
        return asyncio.get_event_loop()
    except RuntimeError as e:
        return str(e)

warnings.simplefilter("ignore", DeprecationWarning)


async def main():
    return asyncio.get_event_loop() is asyncio.get_running_loop()


def program():
    print(current())
    print(asyncio.run(main()))
    print(current())
    loop = asyncio.new_event_loop()
    asyncio.set_event_loop(loop)
    print(current() is loop, asyncio.get_event_loop_policy().get_event_loop() is loop)
    asyncio.set_event_loop(None)
    print(current())
    loop.close()
    for wrong in (3, "loop"):
        try:
            asyncio.set_event_loop(wrong)
        except TypeError as e:
            print(e)


program()
