"""The event loop class; the loop itself is native."""

from _asyncio import EventLoop as BaseEventLoop

__all__ = ('BaseEventLoop',)

# The least number of cancelled timers, and their share, from which the heap
# of timers is made anew.
_MIN_SCHEDULED_TIMER_HANDLES = 100
_MIN_CANCELLED_TIMER_HANDLES_FRACTION = 0.5
MAXIMUM_SELECT_TIMEOUT = 24 * 3600


def _format_handle(handle):
    from _asyncio import Task
    owner = getattr(handle._callback, '__self__', None)
    return repr(owner) if isinstance(owner, Task) else str(handle)


def __getattr__(name):
    # The native side looks for what a program put here under this name.
    if name != 'logger':
        raise AttributeError(f'module {__name__!r} has no attribute {name!r}')
    global logger
    from asyncio.log import logger
    return logger
