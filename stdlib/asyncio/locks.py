"""Locks, events, conditions, semaphores and barriers."""

from _asyncio import CancelledError, _new_waiter
from _collections import deque
from asyncio.mixins import _LoopBoundMixin

__all__ = ('Lock', 'Event', 'Condition', 'Semaphore', 'BoundedSemaphore',
           'Barrier')


def _show(obj, state, waiters):
    if waiters:
        state = f'{state}, waiters:{len(waiters)}'
    return f'<{object.__repr__(obj)[1:-1]} [{state}]>'


class Lock(_LoopBoundMixin):
    """A lock for tasks; waiters get it in the order of their asking."""

    def __init__(self):
        self._loop = None
        self._waiters = None
        self._locked = False

    def __repr__(self):
        return _show(self, 'locked' if self._locked else 'unlocked',
                     self._waiters)

    def locked(self):
        """True while the lock is held."""
        return self._locked

    async def __aenter__(self):
        if self._locked or self._waiters:
            await self.acquire()
        else:
            self._locked = True

    async def __aexit__(self, exc_type, exc, tb):
        self.release()

    async def acquire(self):
        """Wait until the lock is free and take it."""
        waiters = self._waiters
        if not self._locked:
            if waiters:
                for fut in waiters:
                    if not fut.cancelled():
                        break
                else:
                    waiters = None
            if not waiters:
                self._locked = True
                return True
        elif waiters is None:
            waiters = self._waiters = deque()
        fut = _new_waiter(self)
        waiters.append(fut)
        try:
            try:
                await fut
            finally:
                waiters.remove(fut)
        except CancelledError:
            # The wake-up meant for this waiter belongs to the next.
            if not self._locked:
                self._wake_up_first()
            raise
        self._locked = True
        return True

    def release(self):
        """Free the lock; the first waiter takes it at its next step."""
        if not self._locked:
            raise RuntimeError('Lock is not acquired.')
        self._locked = False
        if self._waiters:
            self._wake_up_first()

    def _wake_up_first(self):
        if self._waiters:
            fut = self._waiters[0]
            if not fut.done():
                fut.set_result(True)


class Event(_LoopBoundMixin):
    """A flag that tasks can wait for."""

    def __init__(self):
        self._loop = None
        self._waiters = deque()
        self._value = False

    def __repr__(self):
        return _show(self, 'set' if self._value else 'unset', self._waiters)

    def is_set(self):
        """True while the flag is set."""
        return self._value

    def set(self):
        """Set the flag and wake all who wait now."""
        if not self._value:
            self._value = True
            for fut in self._waiters:
                if not fut.done():
                    fut.set_result(True)

    def clear(self):
        """Take the flag back."""
        self._value = False

    async def wait(self):
        """Wait until the flag is set."""
        if self._value:
            return True
        fut = _new_waiter(self)
        self._waiters.append(fut)
        try:
            await fut
            return True
        finally:
            self._waiters.remove(fut)


class Condition(_LoopBoundMixin):
    """A lock with notifications."""

    def __init__(self, lock=None):
        if lock is None:
            lock = Lock()
        self._loop = None
        self._lock = lock
        self.locked = lock.locked
        self.acquire = lock.acquire
        self.release = lock.release
        self._waiters = deque()

    def __repr__(self):
        return _show(self, 'locked' if self.locked() else 'unlocked',
                     self._waiters)

    async def __aenter__(self):
        await self.acquire()

    async def __aexit__(self, exc_type, exc, tb):
        self.release()

    async def wait(self):
        """Give the lock up, wait for a notification, take the lock again."""
        if not self.locked():
            raise RuntimeError('cannot wait on un-acquired lock')
        fut = _new_waiter(self)
        self.release()
        try:
            try:
                self._waiters.append(fut)
                try:
                    await fut
                    return True
                finally:
                    self._waiters.remove(fut)
            finally:
                # The lock is taken again however the wait ended.
                error = None
                while True:
                    try:
                        await self.acquire()
                        break
                    except CancelledError as exc:
                        error = exc
                if error is not None:
                    try:
                        raise error
                    finally:
                        error = None
        except BaseException:
            # The notification was for this task, if it had come: pass it on.
            if not fut.cancelled():
                self._notify(1)
            raise

    async def wait_for(self, predicate):
        """Wait until predicate() is true; returns its value."""
        result = predicate()
        while not result:
            await self.wait()
            result = predicate()
        return result

    def notify(self, n=1):
        """Wake up to `n` of those who wait."""
        if not self.locked():
            raise RuntimeError('cannot notify on un-acquired lock')
        self._notify(n)

    def notify_all(self):
        """Wake all who wait."""
        self.notify(len(self._waiters))

    def _notify(self, n):
        for fut in self._waiters:
            if n <= 0:
                break
            if not fut.done():
                n -= 1
                fut.set_result(False)


class Semaphore(_LoopBoundMixin):
    """A counter of permits; waiters get them in order."""

    def __init__(self, value=1):
        if value < 0:
            raise ValueError('Semaphore initial value must be >= 0')
        self._loop = None
        self._waiters = None
        self._value = value

    def __repr__(self):
        return _show(self, 'locked' if self.locked()
                     else f'unlocked, value:{self._value}', self._waiters)

    def locked(self):
        """True when acquire() would have to wait."""
        if self._value == 0:
            return True
        if self._waiters:
            for fut in self._waiters:
                if not fut.cancelled():
                    return True
        return False

    async def __aenter__(self):
        if self._value > 0 and not self._waiters:
            self._value -= 1
        else:
            await self.acquire()

    async def __aexit__(self, exc_type, exc, tb):
        self.release()

    async def acquire(self):
        """Wait for a permit and take it."""
        if not self._waiters and self._value > 0 or not self.locked():
            self._value -= 1
            return True
        if self._waiters is None:
            self._waiters = deque()
        fut = _new_waiter(self)
        self._waiters.append(fut)
        try:
            try:
                await fut
            finally:
                self._waiters.remove(fut)
        except CancelledError:
            if fut.done() and not fut.cancelled():
                # The permit was ours already; put it back.
                self._value += 1
            raise
        finally:
            # Others may have queued up behind us while permits were left.
            while self._value > 0 and self._wake_up_next():
                pass
        return True

    def release(self):
        """Give a permit back."""
        self._value += 1
        if self._waiters:
            self._wake_up_next()

    def _wake_up_next(self):
        if self._waiters:
            for fut in self._waiters:
                if not fut.done():
                    # The permit goes straight to this waiter.
                    self._value -= 1
                    fut.set_result(True)
                    return True
        return False


class BoundedSemaphore(Semaphore):
    """A semaphore that refuses more releases than acquires."""

    def __init__(self, value=1):
        # All in one place: the instance is as large as its first method says.
        self._loop = self._waiters = self._value = None
        self._bound_value = value
        super().__init__(value)

    def release(self):
        """Give a permit back."""
        if self._value >= self._bound_value:
            raise ValueError('BoundedSemaphore released too many times')
        super().release()


def _barrier_states():
    # An enumeration costs an import: it is made for the first barrier.
    global _BarrierState, _FILLING, _DRAINING, _RESETTING, _BROKEN
    from enum import Enum

    class _BarrierState(Enum):
        FILLING = 'filling'
        DRAINING = 'draining'
        RESETTING = 'resetting'
        BROKEN = 'broken'

    _BarrierState.__qualname__ = '_BarrierState'
    _FILLING, _DRAINING, _RESETTING, _BROKEN = _BarrierState
    return _BarrierState


_FILLING = None


def __getattr__(name):
    if name == '_BarrierState':
        return _barrier_states()
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


class Barrier(_LoopBoundMixin):
    """A place where tasks wait until there are `parties` of them."""

    def __init__(self, parties):
        if parties < 1:
            raise ValueError('parties must be > 0')
        self._loop = None
        self._cond = Condition()
        self._parties = parties
        if _FILLING is None:
            _barrier_states()
        self._state = _FILLING
        self._count = 0

    def __repr__(self):
        state = self._state.value
        if self._state is not _BROKEN:
            state = f'{state}, waiters:{self.n_waiting}/{self._parties}'
        return _show(self, state, None)

    async def __aenter__(self):
        return await self.wait()

    async def __aexit__(self, *exc):
        pass

    async def wait(self):
        """Wait for the others; each gets its own index."""
        cond = self._cond
        async with cond:
            # A round that drains or resets must end before the next fills.
            while self._state is _DRAINING or self._state is _RESETTING:
                await cond.wait()
            if self._state is _BROKEN:
                raise _broken('Barrier aborted')
            index = self._count
            self._count += 1
            try:
                if index + 1 == self._parties:
                    self._state = _DRAINING
                    cond.notify_all()
                else:
                    while self._state is _FILLING:
                        await cond.wait()
                    if self._state is not _DRAINING:
                        raise _broken('Abort or reset of barrier')
                return index
            finally:
                self._count -= 1
                if self._count == 0:
                    if self._state is not _BROKEN:
                        self._state = _FILLING
                    cond.notify_all()

    async def reset(self):
        """Back to the empty state; waiters get BrokenBarrierError."""
        async with self._cond:
            self._state = _RESETTING if self._count > 0 else _FILLING
            self._cond.notify_all()

    async def abort(self):
        """Break the barrier until it is reset."""
        async with self._cond:
            self._state = _BROKEN
            self._cond.notify_all()

    @property
    def parties(self):
        """The number of tasks that pass together."""
        return self._parties

    @property
    def n_waiting(self):
        """The number of tasks that wait now."""
        return self._count if self._state is _FILLING else 0

    @property
    def broken(self):
        """True after abort()."""
        return self._state is _BROKEN


def _broken(text):
    from asyncio.exceptions import BrokenBarrierError
    return BrokenBarrierError(text)
