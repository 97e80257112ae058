"""Calls in threads, awaited."""

from _asyncio import get_running_loop
from asyncio._executors import ContextCall
from contextvars import copy_context

__all__ = ('to_thread',)


async def to_thread(func, /, *args, **kwargs):
    """Call func in a thread of the loop's executor; await its result."""
    loop = get_running_loop()
    call = ContextCall(copy_context(), func, args, kwargs)
    return await loop.run_in_executor(None, call)
