# area: asyncio
# prio: P2
# checks: the base of the default policy, and the states of a barrier, by the names that CPython has for them
import asyncio
import warnings
from asyncio.locks import _BarrierState
from asyncio.events import BaseDefaultEventLoopPolicy
print(_BarrierState, list(_BarrierState))
async def main():
    b = asyncio.Barrier(2)
    print(b._state is _BarrierState.FILLING, repr(b)[-25:])
    async def w():
        async with b as i:
            return i
    print(sorted(await asyncio.gather(w(), w())))
    await b.abort()
    print(repr(b)[-9:], b.broken)

asyncio.run(main())


class P(BaseDefaultEventLoopPolicy):
    def _loop_factory(self):
        print('made')
        return asyncio.SelectorEventLoop()

warnings.simplefilter('ignore')
asyncio.set_event_loop_policy(P())


async def f():
    return 5


print(asyncio.run(f()))
print(issubclass(asyncio.DefaultEventLoopPolicy, BaseDefaultEventLoopPolicy))
try:
    BaseDefaultEventLoopPolicy().new_event_loop()
except TypeError as error:
    print(error)
