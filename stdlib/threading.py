"""Threads of a program: they take turns, and wait for each other with locks."""

import sys
import _thread
from _thread import (RLock, TIMEOUT_MAX, _get_main_thread_ident, _start,
                     get_ident, get_native_id, stack_size)
from _thread import _local as local, allocate_lock as _allocate_lock

__all__ = ['get_ident', 'active_count', 'Condition', 'current_thread',
           'enumerate', 'main_thread', 'TIMEOUT_MAX',
           'Event', 'Lock', 'RLock', 'Semaphore', 'BoundedSemaphore', 'Thread',
           'Barrier', 'BrokenBarrierError', 'Timer', 'ThreadError',
           'local', 'stack_size', 'excepthook', 'ExceptHookArgs', 'get_native_id']

Lock = _thread.lock
ThreadError = RuntimeError
# There is one implementation; CPython's names for its two are both that one.
_CRLock = _PyRLock = RLock


class Condition:
    """Threads wait on it until another one notifies them."""

    def __init__(self, lock=None):
        if lock is None:
            lock = RLock()
        self._lock = lock
        self.acquire = lock.acquire
        self.release = lock.release
        for name in ('_release_save', '_acquire_restore', '_is_owned'):
            method = getattr(lock, name, None)
            if method is not None:
                setattr(self, name, method)
        self._waiters = _deque()

    def __enter__(self):
        return self._lock.__enter__()

    def __exit__(self, *args):
        return self._lock.__exit__(*args)

    def __repr__(self):
        return f'<Condition({self._lock}, {len(self._waiters)})>'

    def _release_save(self):
        self._lock.release()

    def _acquire_restore(self, saved):
        self._lock.acquire()

    def _is_owned(self):
        # A plain lock does not know its owner.
        if self._lock.acquire(False):
            self._lock.release()
            return False
        return True

    def wait(self, timeout=None):
        """Give the lock up, wait for a notification, take the lock again."""
        if not self._is_owned():
            raise RuntimeError('cannot wait on un-acquired lock')
        waiter = _allocate_lock()
        waiter.acquire()
        self._waiters.append(waiter)
        saved = self._release_save()
        woken = False
        try:
            if timeout is None:
                waiter.acquire()
                woken = True
            elif timeout > 0:
                woken = waiter.acquire(True, timeout)
            else:
                woken = waiter.acquire(False)
            return woken
        finally:
            self._acquire_restore(saved)
            if not woken:
                try:
                    self._waiters.remove(waiter)
                except ValueError:
                    pass

    def wait_for(self, predicate, timeout=None):
        """Wait until the predicate holds; its last value."""
        end = None
        left = timeout
        result = predicate()
        while not result:
            if left is not None:
                if end is None:
                    end = _time() + left
                else:
                    left = end - _time()
                    if left <= 0:
                        break
            self.wait(left)
            result = predicate()
        return result

    def notify(self, n=1):
        """Wake up to n waiters."""
        if not self._is_owned():
            raise RuntimeError('cannot notify on un-acquired lock')
        waiters = self._waiters
        while waiters and n > 0:
            waiter = waiters[0]
            try:
                waiter.release()
            except RuntimeError:
                # It gave up waiting and has not gone yet.
                pass
            else:
                n -= 1
            try:
                waiters.remove(waiter)
            except ValueError:
                pass

    def notify_all(self):
        """Wake all waiters."""
        self.notify(len(self._waiters))

    def notifyAll(self):
        from _warnings import warn
        warn('notifyAll() is deprecated, use notify_all() instead',
             DeprecationWarning, 2)
        self.notify_all()


class Semaphore:
    """A number of permits."""

    def __init__(self, value=1):
        if value < 0:
            raise ValueError('semaphore initial value must be >= 0')
        self._cond = Condition(Lock())
        self._value = value

    def __repr__(self):
        cls = type(self)
        return (f'<{cls.__module__}.{cls.__qualname__} at {id(self):#x}:'
                f' value={self._value}>')

    def acquire(self, blocking=True, timeout=None):
        """Take a permit; wait for one if there is none."""
        if not blocking and timeout is not None:
            raise ValueError("can't specify timeout for non-blocking acquire")
        end = None
        with self._cond:
            while self._value == 0:
                if not blocking:
                    return False
                if timeout is not None:
                    if end is None:
                        end = _time() + timeout
                    else:
                        timeout = end - _time()
                        if timeout <= 0:
                            return False
                self._cond.wait(timeout)
            self._value -= 1
            return True

    __enter__ = acquire

    def release(self, n=1):
        """Give n permits back."""
        if n < 1:
            raise ValueError('n must be one or more')
        with self._cond:
            self._value += n
            self._cond.notify(n)

    def __exit__(self, exc_type, exc, tb):
        self.release()


class BoundedSemaphore(Semaphore):
    """One that never has more permits than at its beginning."""

    def __init__(self, value=1):
        super().__init__(value)
        self._initial_value = value

    def __repr__(self):
        cls = type(self)
        return (f'<{cls.__module__}.{cls.__qualname__} at {id(self):#x}:'
                f' value={self._value}/{self._initial_value}>')

    def release(self, n=1):
        if n < 1:
            raise ValueError('n must be one or more')
        with self._cond:
            if self._value + n > self._initial_value:
                raise ValueError('Semaphore released too many times')
            self._value += n
            self._cond.notify(n)


class Event:
    """A flag that threads wait for."""

    def __init__(self):
        self._cond = Condition(Lock())
        self._flag = False

    def __repr__(self):
        cls = type(self)
        status = 'set' if self._flag else 'unset'
        return (f'<{cls.__module__}.{cls.__qualname__} at {id(self):#x}:'
                f' {status}>')

    def is_set(self):
        return self._flag

    def isSet(self):
        from _warnings import warn
        warn('isSet() is deprecated, use is_set() instead',
             DeprecationWarning, 2)
        return self._flag

    def set(self):
        """Set the flag and wake everybody."""
        with self._cond:
            self._flag = True
            self._cond.notify_all()

    def clear(self):
        with self._cond:
            self._flag = False

    def wait(self, timeout=None):
        """Wait until the flag is set; whether it is."""
        with self._cond:
            signaled = self._flag
            if not signaled:
                signaled = self._cond.wait(timeout)
            return signaled


class BrokenBarrierError(RuntimeError):
    pass


class Barrier:
    """A number of threads wait until all of them are there."""

    def __init__(self, parties, action=None, timeout=None):
        if parties < 1:
            raise ValueError('parties must be > 0')
        self._cond = Condition(Lock())
        self._action = action
        self._timeout = timeout
        self._parties = parties
        # 0: filling; 1: draining; -1: resetting; -2: broken.
        self._state = 0
        self._count = 0

    def __repr__(self):
        cls = type(self)
        name = f'{cls.__module__}.{cls.__qualname__}'
        if self.broken:
            return f'<{name} at {id(self):#x}: broken>'
        return (f'<{name} at {id(self):#x}:'
                f' waiters={self.n_waiting}/{self.parties}>')

    def wait(self, timeout=None):
        """Wait for the others; the number of the place in the line."""
        if timeout is None:
            timeout = self._timeout
        with self._cond:
            self._fill()
            index = self._count
            self._count += 1
            try:
                if index + 1 == self._parties:
                    self._release_all()
                else:
                    self._wait_for_release(timeout)
                return index
            finally:
                self._count -= 1
                self._leave()

    def _fill(self):
        while self._state in (-1, 1):
            self._cond.wait()
        if self._state < 0:
            raise BrokenBarrierError
        assert self._state == 0

    def _release_all(self):
        try:
            if self._action:
                self._action()
            self._state = 1
            self._cond.notify_all()
        except:
            self._break()
            raise

    def _wait_for_release(self, timeout):
        if not self._cond.wait_for(lambda: self._state != 0, timeout):
            self._break()
            raise BrokenBarrierError
        if self._state < 0:
            raise BrokenBarrierError
        assert self._state == 1

    def _leave(self):
        if self._count == 0 and self._state in (-1, 1):
            self._state = 0
            self._cond.notify_all()

    def reset(self):
        """Make the barrier new; those who wait get BrokenBarrierError."""
        with self._cond:
            if self._count > 0:
                if self._state in (0, -2):
                    self._state = -1
            else:
                self._state = 0
            self._cond.notify_all()

    def abort(self):
        """Break the barrier for good."""
        with self._cond:
            self._break()

    def _break(self):
        self._state = -2
        self._cond.notify_all()

    @property
    def parties(self):
        return self._parties

    @property
    def n_waiting(self):
        return self._count if self._state == 0 else 0

    @property
    def broken(self):
        return self._state == -2


_counter = 0
_active = {}
_limbo = {}
_dangling = set()


def _newname(template):
    global _counter
    _counter += 1
    return template % _counter


class Thread:
    """A function, or a `run` of a subclass, that runs beside the others."""

    _initialized = False

    def __init__(self, group=None, target=None, name=None, args=(),
                 kwargs=None, *, daemon=None, context=None):
        assert group is None, 'group argument must be None for now'
        if kwargs is None:
            kwargs = {}
        if name:
            name = str(name)
        else:
            name = _newname('Thread-%d')
            if target is not None:
                try:
                    name += f' ({target.__name__})'
                except AttributeError:
                    pass
        self._target = target
        self._name = name
        self._args = args
        self._kwargs = kwargs
        if daemon is not None:
            self._daemonic = daemon
        else:
            self._daemonic = current_thread().daemon
        self._context = context
        self._ident = None
        self._native_id = None
        self._handle = None
        self._started = Event()
        self._is_stopped = False
        self._initialized = True
        self._stderr = sys.stderr
        self._invoke_excepthook = _make_invoke_excepthook()

    def __repr__(self):
        assert self._initialized, 'Thread.__init__() was not called'
        status = 'initial'
        if self._started.is_set():
            status = 'started'
        self.is_alive()
        if self._is_stopped:
            status = 'stopped'
        if self._daemonic:
            status += ' daemon'
        if self._ident is not None:
            status += f' {self._ident}'
        return f'<{type(self).__name__}({self._name}, {status})>'

    def start(self):
        """Begin to run `run` in a new thread."""
        if not self._initialized:
            raise RuntimeError('thread.__init__() not called')
        if self._started.is_set():
            raise RuntimeError('threads can only be started once')
        _limbo[self] = self
        try:
            self._handle = _start(_enter, (self,))
        except Exception:
            del _limbo[self]
            raise
        self._started.wait()

    def run(self):
        """What the thread does: calls the target."""
        try:
            if self._target is not None:
                self._target(*self._args, **self._kwargs)
        finally:
            del self._target, self._args, self._kwargs

    def join(self, timeout=None):
        """Wait for the end of the thread."""
        if not self._initialized:
            raise RuntimeError('Thread.__init__() not called')
        if not self._started.is_set():
            raise RuntimeError('cannot join thread before it is started')
        if self is current_thread():
            raise RuntimeError('cannot join current thread')
        if self._handle is None:
            return
        if timeout is not None:
            timeout = max(timeout, 0)
        self._handle.join(timeout)
        self.is_alive()

    def is_alive(self):
        """Whether it was started and has not ended."""
        assert self._initialized, 'Thread.__init__() not called'
        if self._is_stopped or not self._started.is_set():
            return False
        if self._handle is not None and self._handle.is_done():
            self._is_stopped = True
        return not self._is_stopped

    @property
    def name(self):
        assert self._initialized, 'Thread.__init__() not called'
        return self._name

    @name.setter
    def name(self, name):
        assert self._initialized, 'Thread.__init__() not called'
        self._name = str(name)

    @property
    def ident(self):
        assert self._initialized, 'Thread.__init__() not called'
        return self._ident

    @property
    def native_id(self):
        assert self._initialized, 'Thread.__init__() not called'
        return self._native_id

    @property
    def daemon(self):
        assert self._initialized, 'Thread.__init__() not called'
        return self._daemonic

    @daemon.setter
    def daemon(self, daemonic):
        if not self._initialized:
            raise RuntimeError('Thread.__init__() not called')
        if self._started.is_set():
            raise RuntimeError('cannot set daemon status of active thread')
        self._daemonic = daemonic

    def isDaemon(self):
        from _warnings import warn
        warn('isDaemon() is deprecated, get the daemon attribute instead',
             DeprecationWarning, 2)
        return self.daemon

    def setDaemon(self, daemonic):
        from _warnings import warn
        warn('setDaemon() is deprecated, set the daemon attribute instead',
             DeprecationWarning, 2)
        self.daemon = daemonic

    def getName(self):
        from _warnings import warn
        warn('getName() is deprecated, get the name attribute instead',
             DeprecationWarning, 2)
        return self.name

    def setName(self, name):
        from _warnings import warn
        warn('setName() is deprecated, set the name attribute instead',
             DeprecationWarning, 2)
        self.name = name


def _enter(thread):
    # The first frame of every thread that is a Thread.
    ident = get_ident()
    thread._ident = ident
    thread._native_id = get_native_id()
    _active[ident] = thread
    _limbo.pop(thread, None)
    context = thread._context
    if context is not None:
        _thread._enter_context(context)
    thread._started.set()
    try:
        thread.run()
    except:
        thread._invoke_excepthook(thread)
    finally:
        _active.pop(ident, None)


def _iterate(iterator):
    # For loops of a thread: it can be put aside in `__next__`.
    step = type(iterator).__next__
    while True:
        try:
            value = step(iterator)
        except StopIteration:
            return
        yield value


def _iterate_calls(function, sentinel):
    # The same for iter(function, sentinel).
    while True:
        try:
            value = function()
        except StopIteration:
            return
        if value == sentinel:
            return
        yield value


def _enter_plain(function, args, kwargs):
    # The same for one that the module _thread started.
    ident = get_ident()
    try:
        function(*args, **kwargs)
    except SystemExit:
        pass
    except BaseException as exc:
        from types import SimpleNamespace
        sys.unraisablehook(SimpleNamespace(
            exc_type=type(exc), exc_value=exc, exc_traceback=exc.__traceback__,
            err_msg='Exception ignored in thread started by',
            object=function))
    finally:
        _active.pop(ident, None)


class ExceptHookArgs(tuple):
    """What threading.excepthook is given."""

    __slots__ = ()

    def __new__(cls, args):
        args = tuple(args)
        if len(args) != 4:
            raise TypeError('ExceptHookArgs() takes a 4-sequence '
                            f'({len(args)}-sequence given)')
        return super().__new__(cls, args)

    exc_type = property(lambda self: self[0])
    exc_value = property(lambda self: self[1])
    exc_traceback = property(lambda self: self[2])
    thread = property(lambda self: self[3])

    def __repr__(self):
        return ('_thread.ExceptHookArgs(exc_type={!r}, exc_value={!r}, '
                'exc_traceback={!r}, thread={!r})'.format(*self))


ExceptHookArgs.__module__ = '_thread'
_ExceptHookArgs = ExceptHookArgs


def excepthook(args, /):
    """Tell of an exception that ended a thread."""
    exc_type, exc_value, exc_traceback, thread = args
    if exc_type is SystemExit:
        return
    stderr = sys.stderr
    if stderr is None:
        stderr = getattr(thread, '_stderr', None)
        if stderr is None:
            return
    name = thread.name if thread is not None else get_ident()
    print(f'Exception in thread {name}:', file=stderr, flush=True)
    import traceback
    traceback.print_exception(exc_type, exc_value, exc_traceback, file=stderr)
    stderr.flush()


__excepthook__ = excepthook


def _make_invoke_excepthook():
    # Bound early: the end of the program may have taken names away.
    local_sys = sys

    def invoke_excepthook(thread):
        global excepthook
        try:
            hook = excepthook
            if hook is None:
                hook = __excepthook__
            hook(ExceptHookArgs([*local_sys.exc_info(), thread]))
        except Exception as exc:
            exc.__suppress_context__ = True
            del exc
            stderr = local_sys.stderr
            if stderr is None:
                stderr = thread._stderr
            if stderr is not None:
                print('Exception in threading.excepthook:', file=stderr,
                      flush=True)
            local_sys.excepthook(*local_sys.exc_info())

    return invoke_excepthook


class Timer(Thread):
    """Calls a function after some time, unless cancelled before."""

    def __init__(self, interval, function, args=None, kwargs=None):
        Thread.__init__(self)
        self.interval = interval
        self.function = function
        self.args = args if args is not None else []
        self.kwargs = kwargs if kwargs is not None else {}
        self.finished = Event()

    def cancel(self):
        """Do not call it, if it was not called yet."""
        self.finished.set()

    def run(self):
        self.finished.wait(self.interval)
        if not self.finished.is_set():
            self.function(*self.args, **self.kwargs)
        self.finished.set()


class _MainThread(Thread):
    def __init__(self):
        self._daemonic = False
        Thread.__init__(self, name='MainThread', daemon=False)
        self._begin(_get_main_thread_ident())

    def _begin(self, ident):
        self._started._flag = True
        self._ident = ident
        self._native_id = get_native_id() - get_ident() + ident
        _active[ident] = self

    def is_alive(self):
        return not self._is_stopped

    def join(self, timeout=None):
        if self is current_thread():
            raise RuntimeError('cannot join current thread')
        # It ends after everybody else.
        from time import sleep
        if timeout is None:
            _allocate_forever().acquire()
        sleep(max(timeout, 0))


def _allocate_forever():
    lock = _allocate_lock()
    lock.acquire()
    return lock


class _DummyThread(_MainThread):
    # Of a thread that the module _thread started.
    def __init__(self):
        self._daemonic = True
        Thread.__init__(self, name=_newname('Dummy-%d'), daemon=True)
        self._begin(get_ident())

    def is_alive(self):
        if not self._is_stopped and self._ident not in _thread._all_idents():
            self._is_stopped = True
        return not self._is_stopped

    def join(self, timeout=None):
        raise RuntimeError('cannot join a dummy thread')


def current_thread():
    """The Thread that runs this."""
    try:
        return _active[get_ident()]
    except KeyError:
        return _DummyThread()


def currentThread():
    from _warnings import warn
    warn('currentThread() is deprecated, use current_thread() instead',
         DeprecationWarning, 2)
    return current_thread()


def active_count():
    """How many threads are alive."""
    return len(_active) + len(_limbo)


def activeCount():
    from _warnings import warn
    warn('activeCount() is deprecated, use active_count() instead',
         DeprecationWarning, 2)
    return active_count()


def enumerate():
    """The threads that are alive."""
    return list(_active.values()) + list(_limbo.values())


def main_thread():
    """The Thread of the main program."""
    return _main_thread


_atexits = []
_shutting_down = False


def _register_atexit(func, *arg, **kwargs):
    # Called before the threads are joined at the end of the program.
    if _shutting_down:
        raise RuntimeError("can't register atexit after shutdown")
    _atexits.append(lambda: func(*arg, **kwargs))


def _shutdown():
    # The end of the main thread: the others are waited for.
    global _shutting_down
    if _main_thread._is_stopped:
        return
    _shutting_down = True
    for call in reversed(_atexits):
        call()
    _main_thread._is_stopped = True
    while True:
        left = [thread for thread in enumerate()
                if not thread._daemonic and thread._handle is not None]
        if not left:
            return
        for thread in left:
            thread._handle.join()


def _deque():
    global _deque
    from _collections import deque as _deque
    return _deque()


def _time():
    global _time
    from time import monotonic as _time
    return _time()


_main_thread = _MainThread()
_counter = 0
