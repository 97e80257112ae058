"""The Future class, which is native, and the test for future-likes."""

from _asyncio import Future

__all__ = ('Future', 'wrap_future', 'isfuture',
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


def _convert_future_exc(exc):
    # Those of concurrent.futures have the same names and other classes.
    from concurrent.futures import _base
    from asyncio import exceptions
    cls = type(exc)
    if cls is _base.CancelledError:
        return exceptions.CancelledError(*exc.args).with_traceback(
            exc.__traceback__)
    if cls is _base.InvalidStateError:
        return exceptions.InvalidStateError(*exc.args).with_traceback(
            exc.__traceback__)
    return exc


def _set_concurrent_future_state(concurrent, source):
    # `concurrent` gets the result of `source`, which is asyncio's.
    assert source.done()
    if source.cancelled():
        concurrent.cancel()
    if not concurrent.set_running_or_notify_cancel():
        return
    exception = source.exception()
    if exception is not None:
        concurrent.set_exception(_convert_future_exc(exception))
    else:
        concurrent.set_result(source.result())


def _set_state(future, other):
    if not isfuture(future):
        _set_concurrent_future_state(future, other)
        return
    if future.cancelled():
        return
    if other._state == 'FINISHED' and not isfuture(other):
        # The usual way from a thread.
        if other._exception is not None:
            future.set_exception(_convert_future_exc(other._exception))
        else:
            future.set_result(other._result)
        return
    _copy_future_state(other, future)


def _chain_future(source, destination):
    """Let `destination` end as `source` does, and a cancel go back."""
    from concurrent.futures import _base
    source_is_ours = isfuture(source)
    destination_is_ours = isfuture(destination)
    if not source_is_ours and not isinstance(source, _base.Future):
        raise TypeError('A future is required for source argument')
    if not destination_is_ours and not isinstance(destination, _base.Future):
        raise TypeError('A future is required for destination argument')
    source_loop = _get_loop(source) if source_is_ours else None
    dest_loop = _get_loop(destination) if destination_is_ours else None

    def _call_check_cancel(destination):
        if destination.cancelled():
            if source_loop is None or source_loop is dest_loop:
                source.cancel()
            else:
                source_loop.call_soon_threadsafe(source.cancel)

    def _call_set_state(source):
        if (destination.cancelled() and dest_loop is not None
                and dest_loop.is_closed()):
            return
        if dest_loop is None or dest_loop is source_loop:
            _set_state(destination, source)
        else:
            if dest_loop.is_closed():
                return
            dest_loop.call_soon_threadsafe(_set_state, destination, source)

    destination.add_done_callback(_call_check_cancel)
    source.add_done_callback(_call_set_state)


def wrap_future(future, *, loop=None):
    """An asyncio future that ends as one of concurrent.futures does."""
    if isfuture(future):
        return future
    from concurrent.futures import _base
    assert isinstance(future, _base.Future), (
        f'concurrent.futures.Future is expected, got {future!r}')
    if loop is None:
        from asyncio import events
        loop = events.get_event_loop()
    new = loop.create_future()
    _chain_future(future, new)
    return new
