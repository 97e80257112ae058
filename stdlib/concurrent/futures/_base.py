"""Future, Executor, wait() and as_completed()."""

import threading

FIRST_COMPLETED = 'FIRST_COMPLETED'
FIRST_EXCEPTION = 'FIRST_EXCEPTION'
ALL_COMPLETED = 'ALL_COMPLETED'

PENDING = 'PENDING'
RUNNING = 'RUNNING'
CANCELLED = 'CANCELLED'
# Cancelled, and those who wait have been told.
CANCELLED_AND_NOTIFIED = 'CANCELLED_AND_NOTIFIED'
FINISHED = 'FINISHED'

_NAMES = {
    PENDING: 'pending',
    RUNNING: 'running',
    CANCELLED: 'cancelled',
    CANCELLED_AND_NOTIFIED: 'cancelled',
    FINISHED: 'finished',
}


class Error(Exception):
    """Base of the exceptions of this package."""


class CancelledError(Error):
    """The future was cancelled."""


TimeoutError = TimeoutError


class InvalidStateError(Error):
    """The operation is not allowed in this state."""


class BrokenExecutor(RuntimeError):
    """The executor cannot carry out calls any more."""


for _cls in (CancelledError, InvalidStateError, Error):
    _cls.__module__ = 'concurrent.futures._base'
del _cls


def _logger():
    from logging import getLogger
    return getLogger('concurrent.futures')


def _report(text):
    try:
        logger = _logger()
    except ImportError:
        import sys
        import traceback
        print(text, file=sys.stderr)
        traceback.print_exc()
    else:
        logger.exception(text)


class _Watch:
    # Somebody who waits for several futures.
    def __init__(self, mode, left):
        self.event = threading.Event()
        self.lock = threading.Lock()
        self.mode = mode
        self.left = left
        self.finished = []

    def tell(self, future):
        with self.lock:
            self.finished.append(future)
            self.left -= 1
            failed = future._state == FINISHED and future._exception is not None
            if (self.mode == FIRST_COMPLETED or self.left <= 0
                    or self.mode == FIRST_EXCEPTION and failed):
                self.event.set()

    def take(self):
        with self.lock:
            finished = self.finished
            self.finished = []
            self.event.clear()
        return finished


class _All:
    # The locks of several futures, in one order for everybody.
    def __init__(self, futures):
        self.futures = sorted(futures, key=id)

    def __enter__(self):
        for future in self.futures:
            future._condition.acquire()

    def __exit__(self, *args):
        for future in self.futures:
            future._condition.release()


def _is_done(future):
    return future._state in (CANCELLED_AND_NOTIFIED, FINISHED)


class DoneAndNotDoneFutures(tuple):
    """The two sets that wait() gives."""

    __slots__ = ()
    _fields = ('done', 'not_done')

    def __new__(cls, done, not_done):
        return super().__new__(cls, (done, not_done))

    done = property(lambda self: self[0])
    not_done = property(lambda self: self[1])

    def __repr__(self):
        return f'DoneAndNotDoneFutures(done={self[0]!r}, not_done={self[1]!r})'


def wait(fs, timeout=None, return_when=ALL_COMPLETED):
    """Wait for futures; those that are done and those that are not."""
    fs = set(fs)
    with _All(fs):
        done = {future for future in fs if _is_done(future)}
        not_done = fs - done
        if return_when == FIRST_COMPLETED and done:
            return DoneAndNotDoneFutures(done, not_done)
        if return_when == FIRST_EXCEPTION and done:
            if any(future for future in done
                   if not future.cancelled() and future.exception() is not None):
                return DoneAndNotDoneFutures(done, not_done)
        if not not_done:
            return DoneAndNotDoneFutures(done, not_done)
        if return_when not in (FIRST_COMPLETED, FIRST_EXCEPTION, ALL_COMPLETED):
            raise ValueError(f'Invalid return condition: {return_when!r}')
        watch = _Watch(return_when, len(not_done))
        for future in not_done:
            future._waiters.append(watch)
    watch.event.wait(timeout)
    for future in not_done:
        with future._condition:
            if watch in future._waiters:
                future._waiters.remove(watch)
    done.update(watch.finished)
    return DoneAndNotDoneFutures(done, fs - done)


def as_completed(fs, timeout=None):
    """The futures as they get done."""
    end = None
    if timeout is not None:
        from time import monotonic
        end = timeout + monotonic()
    fs = set(fs)
    total = len(fs)
    with _All(fs):
        finished = {future for future in fs if _is_done(future)}
        pending = fs - finished
        watch = _Watch(FIRST_COMPLETED, len(pending))
        for future in pending:
            future._waiters.append(watch)
    finished = list(finished)
    try:
        while True:
            finished.reverse()
            while finished:
                future = finished[-1]
                fs.discard(future)
                finished.pop()
                # Not held here: whoever got it may let it die.
                holder = [future]
                del future
                yield holder.pop()
            if not fs:
                return
            left = None
            if end is not None:
                left = end - monotonic()
                if left < 0:
                    raise TimeoutError(
                        f'{len(fs)} (of {total}) futures unfinished')
            watch.event.wait(left)
            finished = watch.take()
    finally:
        for future in fs:
            with future._condition:
                if watch in future._waiters:
                    future._waiters.remove(watch)


class Future:
    """The result of a call, once it is there."""

    def __init__(self):
        self._condition = threading.Condition()
        self._state = PENDING
        self._result = None
        self._exception = None
        self._waiters = []
        self._done_callbacks = []

    def __repr__(self):
        with self._condition:
            cls = type(self).__name__
            name = _NAMES[self._state]
            if self._state == FINISHED:
                if self._exception is not None:
                    what = type(self._exception).__name__
                    return (f'<{cls} at {id(self):#x} state={name} '
                            f'raised {what}>')
                what = type(self._result).__name__
                return f'<{cls} at {id(self):#x} state={name} returned {what}>'
            return f'<{cls} at {id(self):#x} state={name}>'

    def _invoke_callbacks(self):
        for callback in self._done_callbacks:
            try:
                callback(self)
            except Exception:
                _report(f'exception calling callback for {self!r}')

    def cancel(self):
        """Cancel, unless the call runs or has ended; whether it worked."""
        with self._condition:
            if self._state in (RUNNING, FINISHED):
                return False
            if self._state in (CANCELLED, CANCELLED_AND_NOTIFIED):
                return True
            self._state = CANCELLED
            self._condition.notify_all()
        self._invoke_callbacks()
        return True

    def cancelled(self):
        with self._condition:
            return self._state in (CANCELLED, CANCELLED_AND_NOTIFIED)

    def running(self):
        with self._condition:
            return self._state == RUNNING

    def done(self):
        with self._condition:
            return self._state in (CANCELLED, CANCELLED_AND_NOTIFIED, FINISHED)

    def _get_result(self):
        if self._exception is not None:
            try:
                raise self._exception
            finally:
                # No cycle of the exception, its traceback and this frame.
                self = None
        return self._result

    def add_done_callback(self, fn):
        """Call fn(self) when done; at once if it is."""
        with self._condition:
            if self._state not in (CANCELLED, CANCELLED_AND_NOTIFIED, FINISHED):
                self._done_callbacks.append(fn)
                return
        try:
            fn(self)
        except Exception:
            _report(f'exception calling callback for {self!r}')

    def _wait_until_done(self, timeout):
        # Under the lock. Whether it is finished and not cancelled.
        for waited in (False, True):
            if self._state in (CANCELLED, CANCELLED_AND_NOTIFIED):
                raise CancelledError()
            if self._state == FINISHED:
                return
            if not waited:
                self._condition.wait(timeout)
        raise TimeoutError()

    def result(self, timeout=None):
        """The result of the call, or what it raised, waited for."""
        try:
            with self._condition:
                self._wait_until_done(timeout)
                return self._get_result()
        finally:
            self = None

    def exception(self, timeout=None):
        """What the call raised, or None, waited for."""
        with self._condition:
            self._wait_until_done(timeout)
            return self._exception

    # For executors.

    def set_running_or_notify_cancel(self):
        """The call begins; False if it was cancelled."""
        with self._condition:
            if self._state == CANCELLED:
                self._state = CANCELLED_AND_NOTIFIED
                for waiter in self._waiters:
                    waiter.tell(self)
                return False
            if self._state == PENDING:
                self._state = RUNNING
                return True
            _critical(self)
            raise RuntimeError('Future in unexpected state')

    def _finish(self, result, exception):
        with self._condition:
            if self._state in (CANCELLED, CANCELLED_AND_NOTIFIED, FINISHED):
                raise InvalidStateError(f'{self._state}: {self!r}')
            self._result = result
            self._exception = exception
            self._state = FINISHED
            for waiter in self._waiters:
                waiter.tell(self)
            self._condition.notify_all()
        self._invoke_callbacks()

    def set_result(self, result):
        self._finish(result, None)

    def set_exception(self, exception):
        self._finish(None, exception)

    def __class_getitem__(cls, item):
        from types import GenericAlias
        return GenericAlias(cls, item)


def _critical(future):
    try:
        _logger().critical('Future %s in unexpected state: %s', id(future),
                           future._state)
    except ImportError:
        pass


class Executor:
    """Carries out calls."""

    def submit(self, fn, /, *args, **kwargs):
        """Carry fn(*args, **kwargs) out; its future."""
        raise NotImplementedError()

    def map(self, fn, *iterables, timeout=None, chunksize=1, buffersize=None):
        """Like map(), but the calls are carried out beside each other."""
        end = None
        if timeout is not None:
            from time import monotonic
            end = timeout + monotonic()
        if buffersize is not None and not isinstance(buffersize, int):
            raise TypeError('buffersize must be an integer or None')
        if buffersize is not None and buffersize < 1:
            raise ValueError('buffersize must be None or > 0')
        from _collections import deque
        calls = zip(*iterables)
        fs = deque()
        for args in calls:
            fs.append(self.submit(fn, *args))
            if buffersize is not None and len(fs) >= buffersize:
                break

        def results():
            nonlocal fs
            try:
                while fs:
                    if buffersize is not None:
                        for args in calls:
                            fs.append(self.submit(fn, *args))
                            break
                    if end is None:
                        yield _result_or_cancel(fs.popleft())
                    else:
                        yield _result_or_cancel(fs.popleft(), end - monotonic())
            finally:
                for future in fs:
                    future.cancel()

        return results()

    def shutdown(self, wait=True, *, cancel_futures=False):
        """Take no more calls; wait for those that were taken."""

    def __enter__(self):
        return self

    def __exit__(self, exc_type, exc_val, exc_tb):
        self.shutdown(wait=True)
        return False


def _result_or_cancel(future, timeout=None):
    try:
        try:
            return future.result(timeout)
        finally:
            future.cancel()
    finally:
        del future
