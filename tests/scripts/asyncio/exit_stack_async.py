# area: asyncio
# prio: P1
# checks: AsyncExitStack closes in reverse, with sync and async entries
import asyncio
from contextlib import AsyncExitStack, asynccontextmanager, contextmanager, aclosing


@asynccontextmanager
async def a(n):
    print("open", n)
    yield n
    print("close", n)


@contextmanager
def s(n):
    print("open sync", n)
    yield n
    print("close sync", n)


async def callback(x):
    print("callback", x)


async def gen():
    try:
        yield 1
    finally:
        print("gen closed")


async def main():
    async with AsyncExitStack() as stack:
        await stack.enter_async_context(a(1))
        stack.enter_context(s(2))
        stack.push_async_callback(callback, 3)
        stack.callback(print, "plain callback")
        print("body")
    async with aclosing(gen()) as g:
        async for x in g:
            print(x)
            break


asyncio.run(main())
