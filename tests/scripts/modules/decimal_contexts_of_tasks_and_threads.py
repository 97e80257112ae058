# area: modules
# prio: P1
# checks: every task and every thread has a decimal context of its own
import asyncio
import threading
from decimal import Decimal, Inexact, getcontext, localcontext


async def third(digits):
    getcontext().prec = digits
    await asyncio.sleep(0)
    with localcontext() as context:
        context.prec += 1
        await asyncio.sleep(0)
        more = Decimal(1) / 3
    return Decimal(1) / 3, more, getcontext().prec


async def main():
    getcontext().clear_flags()
    for result in await asyncio.gather(*(asyncio.create_task(in_new(digits)) for digits in (3, 5, 8))):
        print(*result)
    print(getcontext().prec, getcontext().flags[Inexact])


async def in_new(digits):
    # A task copies the variables, which name one context: only a new one is its own.
    with localcontext() as context:
        return await third(digits)


asyncio.run(main())
getcontext().prec = 7


def work():
    print('thread', getcontext().prec, Decimal(2) / 3)
    getcontext().prec = 3
    print('thread', Decimal(2) / 3)


thread = threading.Thread(target=work)
thread.start()
thread.join()
print(getcontext().prec, Decimal(2) / 3)
