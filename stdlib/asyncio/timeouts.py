"""Time limits for blocks of code."""

from _asyncio import CancelledError, current_task, get_running_loop

__all__ = ('Timeout', 'timeout', 'timeout_at')

# The states, named as repr shows them.
_CREATED = 'created'
_ENTERED = 'active'
_EXPIRING = 'expiring'
_EXPIRED = 'expired'
_EXITED = 'finished'


class Timeout:
    """An async context manager that cancels its task at a deadline."""

    def __init__(self, when):
        self._state = _CREATED
        self._when = when
        self._handle = None
        self._task = None
        self._cancelling = 0

    def when(self):
        """The deadline in loop time, or None."""
        return self._when

    def reschedule(self, when):
        """Move the deadline; None takes it away."""
        if self._state is not _ENTERED:
            if self._state is _CREATED:
                raise RuntimeError('Timeout has not been entered')
            raise RuntimeError(f'Cannot change state of {self._state} Timeout')
        self._when = when
        if self._handle is not None:
            self._handle.cancel()
            self._handle = None
        if when is not None:
            self._schedule(when)

    def expired(self):
        """True once the deadline has passed inside the block."""
        return self._state is _EXPIRING or self._state is _EXPIRED

    def __repr__(self):
        if self._state is not _ENTERED:
            return f'<Timeout [{self._state}]>'
        when = self._when
        if when is not None:
            when = round(when, 3)
        return f'<Timeout [active] when={when}>'

    async def __aenter__(self):
        self._enter()
        return self

    async def __aexit__(self, exc_type, exc, tb):
        self._leave(exc)

    def _schedule(self, when):
        loop = get_running_loop()
        if when <= loop.time():
            self._handle = loop.call_soon(self._on_timeout)
        else:
            self._handle = loop.call_at(when, self._on_timeout)

    def _enter(self):
        if self._state is not _CREATED:
            raise RuntimeError('Timeout has already been entered')
        task = current_task()
        if task is None:
            raise RuntimeError('Timeout should be used inside a task')
        self._state = _ENTERED
        self._task = task
        self._cancelling = task.cancelling()
        if self._when is not None:
            self._schedule(self._when)

    def _leave(self, exc):
        handle = self._handle
        if handle is not None:
            handle.cancel()
            self._handle = None
        if self._state is not _EXPIRING:
            self._state = _EXITED
            return
        self._state = _EXPIRED
        # Another request to cancel than ours must go on as it is.
        if self._task.uncancel() <= self._cancelling and exc is not None:
            if isinstance(exc, CancelledError):
                raise TimeoutError from exc
            _blame(exc)
            if isinstance(exc, ExceptionGroup):
                for part in exc.exceptions:
                    _blame(part)

    def _on_timeout(self):
        self._task.cancel()
        self._state = _EXPIRING
        self._handle = None


def _blame(exc):
    # An error raised in answer to our cancellation shows the timeout as its
    # context, above the CancelledError.
    while True:
        context = exc.__context__
        if context is None:
            return
        if isinstance(context, CancelledError):
            late = TimeoutError()
            late.__cause__ = context
            late.__context__ = context
            exc.__context__ = late
            return
        exc = context


def timeout(delay):
    """Limit a block to `delay` seconds; None sets no limit."""
    loop = get_running_loop()
    return Timeout(None if delay is None else loop.time() + delay)


def timeout_at(when):
    """Like timeout(), with a deadline in loop time."""
    return Timeout(when)
