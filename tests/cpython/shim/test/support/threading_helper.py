"""Threads in tests: what waits for them."""

import contextlib
import threading
import time

can_start_thread = True


def requires_working_threading(*, module=False):
    def same(item):
        return item
    return same


def join_thread(thread, timeout=None):
    thread.join(10 if timeout is None else timeout)
    if thread.is_alive():
        raise AssertionError('the thread did not end')


def threading_setup():
    return threading.active_count(), 0


def threading_cleanup(*original):
    end = time.monotonic() + 5
    while threading.active_count() > original[0] and time.monotonic() < end:
        time.sleep(0.01)


def reap_threads(test):
    import functools

    @functools.wraps(test)
    def wrapper(*args, **kwargs):
        before = threading_setup()
        try:
            return test(*args, **kwargs)
        finally:
            threading_cleanup(*before)

    return wrapper


@contextlib.contextmanager
def wait_threads_exit(timeout=None):
    import _thread
    before = _thread._count()
    yield
    end = time.monotonic() + 5
    while _thread._count() > before:
        if time.monotonic() > end:
            raise AssertionError('threads did not end')
        time.sleep(0.005)


@contextlib.contextmanager
def start_threads(threads, unlock=None):
    threads = list(threads)
    started = []
    try:
        for thread in threads:
            thread.start()
            started.append(thread)
        yield
    finally:
        if unlock:
            unlock()
        for thread in started:
            join_thread(thread)


class catch_threading_exception:
    """What threading.excepthook was given."""

    def __init__(self):
        self.exc_type = self.exc_value = self.exc_traceback = None
        self.thread = None
        self._old = None

    def _hook(self, args):
        self.exc_type, self.exc_value, self.exc_traceback, self.thread = args

    def __enter__(self):
        self._old = threading.excepthook
        threading.excepthook = self._hook
        return self

    def __exit__(self, *exc):
        threading.excepthook = self._old
        del self.exc_type, self.exc_value, self.exc_traceback, self.thread
