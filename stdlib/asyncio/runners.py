"""Running a program: a loop from its making to its closing."""

import _asyncio
from _asyncio import CancelledError, _get_running_loop, all_tasks

__all__ = ('Runner', 'run')

_CREATED = 'created'
_INITIALIZED = 'initialized'
_CLOSED = 'closed'

# Seconds that worker threads get to end when the loop closes.
_THREAD_JOIN_TIMEOUT = 300


class Runner:
    """One loop and one context for several runs."""

    def __init__(self, *, debug=None, loop_factory=None):
        self._state = _CREATED
        self._debug = debug
        self._loop_factory = loop_factory
        self._loop = None
        self._context = None
        self._interrupt_count = 0
        self._set_event_loop = False

    def __enter__(self):
        self._lazy_init()
        return self

    def __exit__(self, exc_type, exc, tb):
        self.close()

    def close(self):
        """Cancel what is left, close generators, threads and the loop."""
        if self._state is not _INITIALIZED:
            return
        token = None
        if _get_running_loop() is not None:
            token = _asyncio._enter_nested()
        try:
            loop = self._loop
            _cancel_all_tasks(loop)
            # Nothing of the loop is overridden: no coroutines are needed.
            if type(loop) is _asyncio.EventLoop and not loop.__dict__:
                loop.run_until_complete(loop._close_asyncgens())
                loop.run_until_complete(
                    loop._close_default_executor(_THREAD_JOIN_TIMEOUT))
            else:
                loop.run_until_complete(loop.shutdown_asyncgens())
                loop.run_until_complete(
                    loop.shutdown_default_executor(_THREAD_JOIN_TIMEOUT))
        finally:
            if self._set_event_loop:
                from asyncio import events
                events.set_event_loop(None)
            loop.close()
            self._loop = None
            self._state = _CLOSED
            if token is not None:
                _asyncio._leave_nested(token)

    def get_loop(self):
        """The loop, made if there is none yet."""
        self._lazy_init()
        return self._loop

    def run(self, coro, *, context=None):
        """Run an awaitable to its end and return its result."""
        token = None
        if _get_running_loop() is not None:
            # The main program's top level runs on the runtime's own loop and
            # may start another; a coroutine may not.
            token = _asyncio._enter_nested()
            if token is None:
                raise RuntimeError('Runner.run() cannot be called from a '
                                   'running event loop')
        try:
            return self._run(coro, context)
        finally:
            if token is not None:
                _asyncio._leave_nested(token)

    def _run(self, coro, context):
        self._lazy_init()
        from asyncio import coroutines
        if not coroutines.iscoroutine(coro):
            if not coroutines._isawaitable(coro):
                raise TypeError('An asyncio.Future, a coroutine or an '
                                'awaitable is required')
            coro = coroutines._wrap_awaitable(coro)
        if context is None:
            context = self._context
        loop = self._loop
        task = loop.create_task(coro, context=context)

        def on_sigint():
            self._interrupt_count += 1
            if self._interrupt_count == 1 and not task.done():
                task.cancel()
                # Wakes the loop when it is blocked waiting.
                loop.call_soon_threadsafe(_nothing)
                return
            raise KeyboardInterrupt()

        self._interrupt_count = 0
        watch = getattr(_asyncio, '_watch_sigint', None)
        watched = watch is not None and watch(on_sigint)
        try:
            return loop.run_until_complete(task)
        except CancelledError:
            if self._interrupt_count > 0 and task.uncancel() == 0:
                raise KeyboardInterrupt()
            raise
        finally:
            if watched:
                watch(None)

    def _lazy_init(self):
        if self._state is _INITIALIZED:
            return
        if self._state is _CLOSED:
            raise RuntimeError('Runner is closed')
        if self._loop_factory is None:
            from asyncio import events
            self._loop = events.new_event_loop()
            events.set_event_loop(self._loop)
            self._set_event_loop = True
        else:
            self._loop = self._loop_factory()
        if self._debug is not None:
            self._loop.set_debug(self._debug)
        from contextvars import copy_context
        self._context = copy_context()
        self._state = _INITIALIZED


def _nothing():
    pass


def run(main, *, debug=None, loop_factory=None):
    """Run `main` on a new loop, clean up, return its result."""
    token = None
    if _get_running_loop() is not None:
        token = _asyncio._enter_nested()
        if token is None:
            raise RuntimeError('asyncio.run() cannot be called from a '
                               'running event loop')
    try:
        with Runner(debug=debug, loop_factory=loop_factory) as runner:
            return runner.run(main)
    finally:
        if token is not None:
            _asyncio._leave_nested(token)


def _cancel_all_tasks(loop):
    left = all_tasks(loop)
    if not left:
        return
    for task in left:
        task.cancel()
    from asyncio import tasks
    loop.run_until_complete(tasks.gather(*left, return_exceptions=True))
    for task in left:
        if task.cancelled():
            continue
        exc = task.exception()
        if exc is not None:
            loop.call_exception_handler({
                'message': 'unhandled exception during asyncio.run() shutdown',
                'exception': exc,
                'task': task,
            })
