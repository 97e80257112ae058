"""Waiting for tasks and futures."""

from _asyncio import (CancelledError, Future, Task, _get_running_loop,
                      _YIELD, _enter_task, _leave_task, _register_task,
                      _set_quiet_class, _set_sleep, _sleep_future, _swap_current_task,
                      _unregister_task, all_tasks, create_task,
                      current_task, get_running_loop)
from asyncio.coroutines import (_CoroutineType, _isawaitable, _wrap_awaitable,
                                iscoroutine)
from asyncio.futures import isfuture

__all__ = (
    'Task', 'create_task',
    'FIRST_COMPLETED', 'FIRST_EXCEPTION', 'ALL_COMPLETED',
    'wait', 'wait_for', 'as_completed', 'sleep',
    'gather', 'shield', 'ensure_future', 'run_coroutine_threadsafe',
    'current_task', 'all_tasks',
    'create_eager_task_factory', 'eager_task_factory',
)

# There is one implementation; CPython's names for its two are both that one.
_PyTask = _CTask = Task
_py_register_task = _c_register_task = _register_task
_py_unregister_task = _c_unregister_task = _unregister_task
_py_enter_task = _c_enter_task = _enter_task
_py_leave_task = _c_leave_task = _leave_task
_py_current_task = _c_current_task = current_task

FIRST_COMPLETED = 'FIRST_COMPLETED'
FIRST_EXCEPTION = 'FIRST_EXCEPTION'
ALL_COMPLETED = 'ALL_COMPLETED'


def _get_event_loop():
    loop = _get_running_loop()
    if loop is None:
        from asyncio import events
        loop = events.get_event_loop()
    return loop


async def sleep(delay, result=None):
    """Let others run for `delay` seconds, then return `result`."""
    if delay <= 0:
        await _YIELD
        return result
    return await _sleep_future(delay, result)


_set_sleep(sleep)


def run_coroutine_threadsafe(coro, loop):
    """Run a coroutine on a loop of another thread; a concurrent future."""
    from asyncio import coroutines
    if not coroutines.iscoroutine(coro):
        raise TypeError('A coroutine object is required')
    from asyncio import futures
    from concurrent.futures import _base
    future = _base.Future()

    def callback():
        try:
            futures._chain_future(ensure_future(coro, loop=loop), future)
        except (SystemExit, KeyboardInterrupt):
            raise
        except BaseException as exc:
            if future.set_running_or_notify_cancel():
                future.set_exception(exc)
            raise

    loop.call_soon_threadsafe(callback)
    return future


def ensure_future(coro_or_future, *, loop=None):
    """A future for any awaitable; futures pass through."""
    if isfuture(coro_or_future):
        if loop is not None and loop is not coro_or_future.get_loop():
            raise ValueError('The future belongs to a different loop than '
                             'the one specified as the loop argument')
        return coro_or_future
    wrapped = False
    if not iscoroutine(coro_or_future):
        if not _isawaitable(coro_or_future):
            raise TypeError('An asyncio.Future, a coroutine or an awaitable '
                            'is required')
        coro_or_future = _wrap_awaitable(coro_or_future)
        wrapped = True
    if loop is None:
        loop = _get_event_loop()
    try:
        return loop.create_task(coro_or_future)
    except RuntimeError:
        if not wrapped:
            coro_or_future.close()
        raise


class _GatheringFuture(Future):
    # The outer future of gather(); its cancel() goes to the children.

    def __init__(self, *, loop):
        super().__init__(loop=loop)
        self._children = None
        self._cancel_requested = False

    def cancel(self, msg=None):
        if self.done():
            return False
        hit = False
        for child in self._children:
            if child.cancel(msg=msg):
                hit = True
        if hit:
            # The children may still end otherwise, or swallow the request.
            self._cancel_requested = True
        return hit

    def _finish(self, return_exceptions):
        # All children are done, and this is not.
        if self._cancel_requested:
            # The message is that of the last argument, whichever ended last.
            self.set_exception(self._children[-1]._make_cancelled_error())
            return
        if not return_exceptions:
            self.set_result([child.result() for child in self._children])
            return
        results = []
        for child in self._children:
            if child.cancelled():
                message = child._cancel_message
                result = CancelledError('' if message is None else message)
            else:
                result = child.exception()
                if result is None:
                    result = child.result()
            results.append(result)
        self.set_result(results)


_set_quiet_class(_GatheringFuture)


def gather(*coros_or_futures, return_exceptions=False):
    """A future for the results of all arguments, in their order."""
    if not coros_or_futures:
        outer = _get_event_loop().create_future()
        outer.set_result([])
        return outer
    loop = None
    outer = None
    children = []
    seen = {}
    finished = None
    left = 0

    def _done_callback(fut):
        nonlocal left
        left -= 1
        if over is None or over():
            # Over already, or gather() failed before it could return.
            if not fut.cancelled():
                fut.exception()  # Nobody else will look at it.
            return
        if not return_exceptions:
            if fut.cancelled():
                outer.set_exception(fut._make_cancelled_error())
                return
            exc = fut.exception()
            if exc is not None:
                outer.set_exception(exc)
                return
        if not left:
            outer._finish(return_exceptions)

    over = None
    for arg in coros_or_futures:
        fut = seen.get(arg)
        if fut is None:
            if type(arg) is _CoroutineType:
                if loop is None:
                    loop = _get_event_loop()
                try:
                    fut = loop.create_task(arg)
                except RuntimeError:
                    arg.close()
                    raise
            else:
                fut = ensure_future(arg, loop=loop)
            seen[arg] = fut
            if outer is None:
                loop = fut.get_loop()
                outer = _GatheringFuture(loop=loop)
            if fut is not arg:
                # The caller cannot hold this task, so its loss is no news.
                fut._log_destroy_pending = False
            if fut.done():
                if finished is None:
                    finished = []
                finished.append(fut)
            else:
                fut.add_done_callback(_done_callback)
        children.append(fut)
    outer._children = children
    left = len(seen)
    over = outer.done
    if finished is not None:
        # When nothing is left to wait for, the result is there at once.
        for fut in finished:
            _done_callback(fut)
    return outer


async def wait(fs, *, timeout=None, return_when=ALL_COMPLETED):
    """Wait for futures; returns the sets of the done and the pending."""
    if isfuture(fs) or iscoroutine(fs):
        raise TypeError(f'expect a list of futures, not {type(fs).__name__}')
    if not fs:
        raise ValueError('Set of Tasks/Futures is empty.')
    if return_when not in (FIRST_COMPLETED, FIRST_EXCEPTION, ALL_COMPLETED):
        raise ValueError(f'Invalid return_when value: {return_when}')
    fs = set(fs)
    for f in fs:
        if iscoroutine(f):
            raise TypeError('Passing coroutines is forbidden, use tasks '
                            'explicitly.')
    loop = get_running_loop()
    waiter = loop.create_future()
    handle = None
    if timeout is not None:
        handle = loop.call_later(timeout, _release, waiter)
    left = len(fs)

    def _on_completion(f):
        nonlocal left
        left -= 1
        if (left <= 0 or return_when == FIRST_COMPLETED
                or return_when == FIRST_EXCEPTION and not f.cancelled()
                and f.exception() is not None):
            if not waiter.done():
                waiter.set_result(None)

    for f in fs:
        f.add_done_callback(_on_completion)
    try:
        await waiter
    finally:
        if handle is not None:
            handle.cancel()
        for f in fs:
            f.remove_done_callback(_on_completion)
    done, pending = set(), set()
    for f in fs:
        if f.done():
            done.add(f)
        else:
            pending.add(f)
    return done, pending


def _release(waiter):
    if not waiter.done():
        waiter.set_result(None)


async def wait_for(fut, timeout):
    """Await `fut`, at most for `timeout` seconds."""
    if timeout is None:
        return await fut
    if timeout <= 0:
        fut = ensure_future(fut)
        if fut.done():
            return fut.result()
        await _cancel_and_wait(fut)
        try:
            return fut.result()
        except CancelledError as exc:
            raise TimeoutError from exc
    from asyncio.timeouts import Timeout
    limit = Timeout(get_running_loop().time() + timeout)
    limit._enter()
    try:
        result = await fut
    except BaseException as exc:
        limit._leave(exc)
        raise
    limit._leave(None)
    return result


async def _cancel_and_wait(fut):
    waiter = get_running_loop().create_future()

    def _released(fut):
        if not waiter.done():
            waiter.set_result(None)

    fut.add_done_callback(_released)
    try:
        fut.cancel()
        # Not `await fut`: a cancellation of ours and of its own must be told
        # apart.
        await waiter
    finally:
        fut.remove_done_callback(_released)


class _AsCompletedIterator:
    # Plain iteration gives coroutines, `async for` the futures themselves.

    def __init__(self, aws, timeout):
        from asyncio.queues import Queue
        self._done = Queue()
        self._handle = None
        loop = _get_event_loop()
        todo = {ensure_future(aw, loop=loop) for aw in set(aws)}
        for f in todo:
            f.add_done_callback(self._on_completion)
        if todo and timeout is not None:
            self._handle = loop.call_later(timeout, self._on_timeout)
        self._todo = todo
        self._left = len(todo)

    def __aiter__(self):
        return self

    def __iter__(self):
        return self

    async def __anext__(self):
        if not self._left:
            raise StopAsyncIteration
        self._left -= 1
        f = await self._done.get()
        if f is None:
            raise TimeoutError
        return f

    def __next__(self):
        if not self._left:
            raise StopIteration
        self._left -= 1
        return self._wait_for_one()

    async def _wait_for_one(self):
        f = await self._done.get()
        if f is None:
            raise TimeoutError
        return f.result()

    def _on_timeout(self):
        for f in self._todo:
            f.remove_done_callback(self._on_completion)
            self._done.put_nowait(None)
        self._todo.clear()

    def _on_completion(self, f):
        if not self._todo:
            return  # The time limit was first.
        self._todo.remove(f)
        self._done.put_nowait(f)
        if not self._todo and self._handle is not None:
            self._handle.cancel()


def as_completed(fs, *, timeout=None):
    """Iterate over awaitables in the order in which they finish."""
    if isfuture(fs) or iscoroutine(fs):
        raise TypeError('expect an iterable of futures, not '
                        f'{type(fs).__name__}')
    return _AsCompletedIterator(fs, timeout)


def shield(arg):
    """A future for `arg` whose cancellation does not reach it."""
    inner = ensure_future(arg)
    if inner.done():
        return inner
    loop = inner.get_loop()
    outer = loop.create_future()

    def _log_on_exception(inner):
        if inner.cancelled():
            return
        exc = inner.exception()
        if exc is not None:
            loop.call_exception_handler({
                'message': f'{type(exc).__name__} exception in shielded '
                           'future',
                'exception': exc,
                'future': inner,
            })

    def _inner_done_callback(inner):
        if outer.cancelled():
            return
        if inner.cancelled():
            outer.cancel()
            return
        exc = inner.exception()
        if exc is not None:
            outer.set_exception(exc)
        else:
            outer.set_result(inner.result())

    def _outer_done_callback(outer):
        if not inner.done():
            # From here on nobody sees how the inner future ends.
            inner.remove_done_callback(_inner_done_callback)
            inner.add_done_callback(_log_on_exception)

    inner.add_done_callback(_inner_done_callback)
    outer.add_done_callback(_outer_done_callback)
    return outer


def create_eager_task_factory(custom_task_constructor):
    """A task factory whose tasks start inside create_task()."""

    def factory(loop, coro, *, eager_start=True, **kwargs):
        return custom_task_constructor(coro, loop=loop,
                                       eager_start=eager_start, **kwargs)

    return factory


eager_task_factory = create_eager_task_factory(Task)
