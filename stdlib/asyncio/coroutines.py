"""Questions about coroutine objects and functions."""

from _asyncio import _is_debug_mode

__all__ = ('iscoroutinefunction', 'iscoroutine')


async def _sample():
    pass

_coro = _sample()
_CoroutineType = type(_coro)
_coro.close()
del _coro, _sample

_CO_ITERABLE_COROUTINE = 0x100
_CO_COROUTINE = 0x80
# The mark older code leaves on plain functions.
_is_coroutine = object()


def iscoroutine(obj):
    """True for a coroutine object."""
    cls = type(obj)
    if cls is _CoroutineType:
        return True
    return (hasattr(cls, '__await__') and hasattr(cls, 'send')
            and hasattr(cls, 'throw') and hasattr(cls, 'close'))


def iscoroutinefunction(func):
    """True for a function that makes coroutines (deprecated)."""
    from _warnings import warn
    warn("'asyncio.iscoroutinefunction' is deprecated and slated for removal "
         "in Python 3.16; use inspect.iscoroutinefunction() instead",
         DeprecationWarning, 2)
    return _iscoroutinefunction(func)


def _iscoroutinefunction(func):
    if getattr(func, '_is_coroutine', None) is _is_coroutine:
        return True
    # The function inside methods and partials.
    while True:
        if hasattr(func, '__func__'):
            func = func.__func__
        elif type(func).__name__ == 'partial' and hasattr(func, 'func'):
            func = func.func
        else:
            break
    code = getattr(func, '__code__', None)
    if code is not None and code.co_flags & _CO_COROUTINE:
        return True
    # What inspect.markcoroutinefunction() leaves.
    return getattr(func, '_is_coroutine_mark', None) is True


def _isawaitable(obj):
    # What `await` accepts, without the cost of importing inspect.
    if hasattr(type(obj), '__await__'):
        return True
    code = getattr(obj, 'gi_code', None)
    return code is not None and bool(code.co_flags & _CO_ITERABLE_COROUTINE)


async def _wrap_awaitable(awaitable):
    return await awaitable


def _format_coroutine(coro):
    name = (getattr(coro, '__qualname__', None)
            or getattr(coro, '__name__', None))
    name = f'{name or f"<{type(coro).__name__} without __name__>"}()'
    code = getattr(coro, 'cr_code', None) or getattr(coro, 'gi_code', None)
    if code is None:
        running = getattr(coro, 'cr_running', getattr(coro, 'gi_running', False))
        return f'{name} running' if running else name
    frame = getattr(coro, 'cr_frame', None) or getattr(coro, 'gi_frame', None)
    file = code.co_filename or '<empty co_filename>'
    if frame is not None:
        return f'{name} running at {file}:{frame.f_lineno}'
    return f'{name} done, defined at {file}:{code.co_firstlineno}'
