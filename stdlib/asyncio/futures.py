"""The Future class, which is native, and the test for future-likes."""

from _asyncio import Future

__all__ = ('Future', 'isfuture',
           'future_add_to_awaited_by', 'future_discard_from_awaited_by')

_PENDING = 'PENDING'
_CANCELLED = 'CANCELLED'
_FINISHED = 'FINISHED'


# There is one implementation; CPython's names for its two are both that one.
_PyFuture = _CFuture = Future


def isfuture(obj):
    """True for a Future or an object that behaves like one."""
    return (hasattr(obj.__class__, '_asyncio_future_blocking')
            and obj._asyncio_future_blocking is not None)


def _get_loop(fut):
    try:
        get_loop = fut.get_loop
    except AttributeError:
        return fut._loop
    return get_loop()


def _set_result_unless_cancelled(fut, result):
    if not fut.cancelled():
        fut.set_result(result)


def _copy_future_state(source, dest):
    # Both may be futures of asyncio or of concurrent.futures.
    if dest.cancelled():
        return
    assert source.done() and not dest.done()
    if source.cancelled():
        dest.cancel()
        return
    exc = source.exception()
    if exc is not None:
        dest.set_exception(exc)
    else:
        dest.set_result(source.result())


def future_add_to_awaited_by(fut, waiter, /):
    """Tell that `waiter` waits for `fut`, for the call graph."""
    from _asyncio import _awaited_by_add
    if isinstance(fut, Future) and isinstance(waiter, Future):
        _awaited_by_add(fut, waiter)


def future_discard_from_awaited_by(fut, waiter, /):
    """Tell that `waiter` waits for `fut` no more."""
    from _asyncio import _awaited_by_discard
    if isinstance(fut, Future) and isinstance(waiter, Future):
        _awaited_by_discard(fut, waiter)
