"""Questions about coroutine objects and functions."""

__all__ = ('iscoroutinefunction', 'iscoroutine')


async def _sample():
    pass

_coro = _sample()
_CoroutineType = type(_coro)
_coro.close()
del _coro, _sample

_CO_ITERABLE_COROUTINE = 0x100
# The mark inspect.markcoroutinefunction() leaves on plain functions.
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
    import warnings
    warnings.warn("'asyncio.iscoroutinefunction' is deprecated and slated "
                  "for removal in Python 3.16; use "
                  "inspect.iscoroutinefunction() instead",
                  DeprecationWarning, stacklevel=2)
    return _iscoroutinefunction(func)


def _iscoroutinefunction(func):
    import inspect
    return (inspect.iscoroutinefunction(func)
            or getattr(func, '_is_coroutine', None) is _is_coroutine)


def _isawaitable(obj):
    # What `await` accepts, without the cost of importing inspect.
    if hasattr(type(obj), '__await__'):
        return True
    code = getattr(obj, 'gi_code', None)
    return code is not None and bool(code.co_flags & _CO_ITERABLE_COROUTINE)


async def _wrap_awaitable(awaitable):
    return await awaitable
