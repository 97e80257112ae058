"""Queues between tasks."""

from _asyncio import _new_waiter
from _collections import deque
from _heapq import heappop, heappush
from asyncio.mixins import _LoopBoundMixin

__all__ = ('Queue', 'PriorityQueue', 'LifoQueue', 'QueueFull', 'QueueEmpty',
           'QueueShutDown')


class QueueEmpty(Exception):
    """get_nowait() found nothing."""


class QueueFull(Exception):
    """put_nowait() found no room."""


class QueueShutDown(Exception):
    """The queue was shut down."""


class Queue(_LoopBoundMixin):
    """First in, first out; `maxsize` above 0 sets a limit."""

    def __init__(self, maxsize=0):
        # All attributes in one place: this keeps the instance compact.
        self._loop = None
        self._queue = None
        self._maxsize = maxsize
        self._getters = deque()
        self._putters = deque()
        self._joiners = None
        self._unfinished_tasks = 0
        self._is_shutdown = False
        # Subclasses store their items through _init, _get and _put.
        self._plain = type(self) is Queue
        self._init(maxsize)

    def _init(self, maxsize):
        self._queue = deque()

    def _get(self):
        return self._queue.popleft()

    def _put(self, item):
        self._queue.append(item)

    def _wakeup_next(self, waiters):
        while waiters:
            waiter = waiters.popleft()
            if not waiter.done():
                waiter.set_result(None)
                break

    def __repr__(self):
        return f'<{type(self).__name__} at {id(self):#x} {self._format()}>'

    def __str__(self):
        return f'<{type(self).__name__} {self._format()}>'

    def __class_getitem__(cls, item):
        from types import GenericAlias
        return GenericAlias(cls, item)

    def _format(self):
        text = f'maxsize={self._maxsize!r}'
        if getattr(self, '_queue', None):
            text += f' _queue={list(self._queue)!r}'
        if self._getters:
            text += f' _getters[{len(self._getters)}]'
        if self._putters:
            text += f' _putters[{len(self._putters)}]'
        if self._unfinished_tasks:
            text += f' tasks={self._unfinished_tasks}'
        if self._is_shutdown:
            text += ' shutdown'
        return text

    def qsize(self):
        """The number of items."""
        return len(self._queue)

    @property
    def maxsize(self):
        """The limit; 0 or less is none."""
        return self._maxsize

    def empty(self):
        """True when there are no items."""
        return not self._queue

    def full(self):
        """True when the limit is reached."""
        if self._maxsize <= 0:
            return False
        return self.qsize() >= self._maxsize

    async def put(self, item):
        """Add an item, waiting for room."""
        maxsize = self._maxsize
        if self._plain:
            queue = self._queue
            while maxsize > 0 and len(queue) >= maxsize:
                await self._wait_for_room()
            if self._is_shutdown:
                raise QueueShutDown
            queue.append(item)
            self._unfinished_tasks += 1
            if self._getters:
                self._wakeup_next(self._getters)
            return
        while maxsize > 0 and self.full():
            await self._wait_for_room()
        self.put_nowait(item)

    async def _wait_for_room(self):
        if self._is_shutdown:
            raise QueueShutDown
        putter = _new_waiter(self)
        self._putters.append(putter)
        try:
            await putter
        except:
            putter.cancel()
            try:
                self._putters.remove(putter)
            except ValueError:
                # Woken already, or removed by shutdown().
                pass
            if not self.full() and not putter.cancelled():
                # Woken and cancelled: the room is for the next.
                self._wakeup_next(self._putters)
            raise

    def put_nowait(self, item):
        """Add an item, or raise QueueFull."""
        if self._is_shutdown:
            raise QueueShutDown
        if not self._maxsize <= 0 and self.full():
            raise QueueFull
        if self._plain:
            self._queue.append(item)
        else:
            self._put(item)
        self._unfinished_tasks += 1
        if self._getters:
            self._wakeup_next(self._getters)

    async def get(self):
        """Take an item, waiting for one."""
        if self._plain:
            queue = self._queue
            while not queue:
                await self._wait_for_item()
            item = queue.popleft()
            if self._putters:
                self._wakeup_next(self._putters)
            return item
        while self.empty():
            await self._wait_for_item()
        return self.get_nowait()

    async def _wait_for_item(self):
        if self._is_shutdown:
            raise QueueShutDown
        getter = _new_waiter(self)
        self._getters.append(getter)
        try:
            await getter
        except:
            getter.cancel()
            try:
                self._getters.remove(getter)
            except ValueError:
                # Woken already, or removed by shutdown().
                pass
            if not self.empty() and not getter.cancelled():
                # Woken and cancelled: the item is for the next.
                self._wakeup_next(self._getters)
            raise

    def get_nowait(self):
        """Take an item, or raise QueueEmpty."""
        if self.empty():
            if self._is_shutdown:
                raise QueueShutDown
            raise QueueEmpty
        item = self._queue.popleft() if self._plain else self._get()
        if self._putters:
            self._wakeup_next(self._putters)
        return item

    def task_done(self):
        """Tell that an item taken earlier is worked off."""
        if self._unfinished_tasks <= 0:
            raise ValueError('task_done() called too many times')
        self._unfinished_tasks -= 1
        if self._unfinished_tasks == 0:
            self._finish()

    def _finish(self):
        if self._joiners:
            for joiner in self._joiners:
                if not joiner.done():
                    joiner.set_result(True)

    async def join(self):
        """Wait until every item was worked off."""
        if self._unfinished_tasks > 0:
            if self._joiners is None:
                self._joiners = []
            joiner = _new_waiter(self)
            self._joiners.append(joiner)
            try:
                await joiner
            finally:
                self._joiners.remove(joiner)

    def shutdown(self, immediate=False):
        """Refuse new items; with `immediate` drop those there are."""
        self._is_shutdown = True
        if immediate:
            while not self.empty():
                self._get()
                if self._unfinished_tasks > 0:
                    self._unfinished_tasks -= 1
            if self._unfinished_tasks == 0:
                self._finish()
        # All who wait look again, and get QueueShutDown.
        for waiters in (self._getters, self._putters):
            while waiters:
                waiter = waiters.popleft()
                if not waiter.done():
                    waiter.set_result(None)


class PriorityQueue(Queue):
    """Gives the smallest item first."""

    def _init(self, maxsize):
        self._queue = []

    def _put(self, item):
        heappush(self._queue, item)

    def _get(self):
        return heappop(self._queue)


class LifoQueue(Queue):
    """Gives the newest item first."""

    def _init(self, maxsize):
        self._queue = []

    def _put(self, item):
        self._queue.append(item)

    def _get(self):
        return self._queue.pop()
