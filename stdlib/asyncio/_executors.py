"""The executors of a loop: what its methods do."""

from _asyncio import Future, _get_running_loop
from _thread import _enter_context, _leave_context
from asyncio import futures

__all__ = ()


class ContextCall:
    """A call in a context, which another thread makes."""

    __slots__ = ('context', 'func', 'args', 'kwargs')

    def __init__(self, context, func, args, kwargs):
        self.context = context
        self.func = func
        self.args = args
        self.kwargs = kwargs

    def __call__(self):
        # Not Context.run, under which the thread could not be put aside.
        outer = _enter_context(self.context)
        try:
            return self.func(*self.args, **self.kwargs)
        finally:
            _leave_context(outer)


def run_in_executor(loop, executor, func, *args):
    if loop.get_debug():
        from asyncio import coroutines
        if (coroutines.iscoroutine(func)
                or coroutines._iscoroutinefunction(func)):
            raise TypeError('coroutines cannot be used with run_in_executor()')
        if not callable(func):
            raise TypeError('a callable object was expected by '
                            f'run_in_executor(), got {func!r}')
    if executor is None:
        executor = loop._default_executor
        if loop._executor_shutdown_called:
            raise RuntimeError('Executor shutdown has been called')
        if executor is None:
            from concurrent.futures.thread import ThreadPoolExecutor
            executor = ThreadPoolExecutor(thread_name_prefix='asyncio')
            loop._default_executor = executor
    return futures.wrap_future(executor.submit(func, *args), loop=loop)


def set_default_executor(loop, executor):
    from concurrent.futures.thread import ThreadPoolExecutor
    if not isinstance(executor, ThreadPoolExecutor):
        raise TypeError('executor must be ThreadPoolExecutor instance')
    loop._default_executor = executor


async def shutdown_asyncgens(loop):
    """Close the async generators that the loop still knows."""
    await loop._close_asyncgens()


async def shutdown_default_executor(loop, timeout=None):
    """Wait for the calls that the default executor has."""
    loop._executor_shutdown_called = True
    executor = loop._default_executor
    if executor is None:
        return
    from threading import Thread
    future = loop.create_future()
    thread = Thread(target=_shut_down, args=(loop, executor, future))
    thread.start()
    try:
        from asyncio import timeouts
        async with timeouts.timeout(timeout):
            await future
    except TimeoutError:
        from _warnings import warn
        warn('The executor did not finishing joining its threads within '
             f'{timeout} seconds.', RuntimeWarning, 2)
        executor.shutdown(wait=False)
    else:
        thread.join()


def _shut_down(loop, executor, future):
    try:
        executor.shutdown(wait=True)
        if not loop.is_closed():
            loop.call_soon_threadsafe(futures._set_result_unless_cancelled,
                                      future, None)
    except Exception as exc:
        if not loop.is_closed() and not future.cancelled():
            loop.call_soon_threadsafe(future.set_exception, exc)
