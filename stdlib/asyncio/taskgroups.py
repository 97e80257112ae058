"""Task groups: tasks that end with a block."""

from _asyncio import CancelledError, current_task, get_running_loop

__all__ = ('TaskGroup',)


class TaskGroup:
    """An async context manager that waits for the tasks made through it."""

    def __init__(self):
        self._entered = False
        self._exiting = False
        self._aborting = False
        # cancel() was called: the group ends early and quietly.
        self._stopped = False
        # The body's task was cancelled by the group itself.
        self._parent_cancel_requested = False
        self._loop = None
        self._parent_task = None
        self._parent_cancelling = 0
        self._tasks = set()
        self._errors = []
        self._base_error = None
        self._waiter = None

    def __repr__(self):
        text = '<TaskGroup'
        if self._tasks:
            text += f' tasks={len(self._tasks)}'
        if self._errors:
            text += f' errors={len(self._errors)}'
        if self._aborting:
            text += ' cancelling'
        elif self._entered:
            text += ' entered'
        return text + '>'

    async def __aenter__(self):
        if self._entered:
            raise RuntimeError(f'TaskGroup {self!r} has already been entered')
        if self._loop is None:
            self._loop = get_running_loop()
        parent = current_task(self._loop)
        if parent is None:
            raise RuntimeError(f'TaskGroup {self!r} cannot determine the '
                               'parent task')
        self._parent_task = parent
        self._parent_cancelling = parent.cancelling()
        self._entered = True
        if self._stopped:
            self._stop()
        return self

    async def __aexit__(self, exc_type, exc, tb):
        self._exiting = True
        try:
            propagate = None
            if exc is not None:
                if isinstance(exc, CancelledError):
                    propagate = exc
                elif (self._base_error is None
                        and isinstance(exc, (SystemExit, KeyboardInterrupt))):
                    self._base_error = exc
                if not self._aborting:
                    self._abort()

            # Tasks may make tasks, so one wait need not be enough.
            while self._tasks:
                if self._waiter is None:
                    self._waiter = self._loop.create_future()
                try:
                    await self._waiter
                except CancelledError as error:
                    if not self._aborting:
                        propagate = error
                        self._abort()
                    elif self._stopped:
                        # From outside, unlike the one that cancel() sent.
                        propagate = error
                self._waiter = None

            if self._base_error is not None:
                raise self._base_error

            parent = self._parent_task
            if self._parent_cancel_requested:
                left = parent.uncancel()
                if left == 0 or (self._stopped
                                 and left <= self._parent_cancelling):
                    propagate = None

            if not self._errors:
                if propagate is not None:
                    raise propagate
                if exc is None:
                    return None
                if isinstance(exc, CancelledError):
                    # Our own cancellation, which cancel() asked for.
                    return True
            if exc is not None and not isinstance(exc, CancelledError):
                self._errors.append(exc)
            if parent.cancelling():
                # The group of errors hides a cancellation from outside;
                # ask for it again, with the count unchanged.
                parent.uncancel()
                parent.cancel()
            raise BaseExceptionGroup('unhandled errors in a TaskGroup',
                                     self._errors) from None
        finally:
            # No cycles through tracebacks.
            self._parent_task = None
            self._errors = None
            self._base_error = None
            propagate = exc = None

    def create_task(self, coro, **kwargs):
        """Make a task in this group and return it."""
        if self._aborting or self._exiting or not self._entered:
            if not self._entered:
                problem = 'has not been entered'
            elif self._exiting and not self._tasks:
                problem = 'is finished'
            elif self._aborting:
                problem = 'is shutting down'
            else:
                problem = None
            if problem is not None:
                coro.close()
                raise RuntimeError(f'TaskGroup {self!r} {problem}')
        task = self._loop.create_task(coro, **kwargs)
        self._tasks.add(task)
        task.add_done_callback(self._on_task_done)
        if self._aborting:
            # The task started at once and ended the group on its way.
            task.cancel()
        return task

    def cancel(self):
        """End the group early, without an exception; safe to repeat."""
        if self._exiting and not self._tasks:
            return
        self._stopped = True
        if self._entered:
            self._stop()

    def _stop(self):
        if not self._aborting:
            self._abort()
        if not self._exiting and not self._parent_cancel_requested:
            self._parent_cancel_requested = True
            self._parent_task.cancel()

    def _abort(self):
        self._aborting = True
        for task in self._tasks:
            if not task.done():
                task.cancel()

    def _on_task_done(self, task):
        tasks = self._tasks
        tasks.discard(task)
        if not tasks:
            waiter = self._waiter
            if waiter is not None and not waiter.done():
                waiter.set_result(True)
        if task.cancelled():
            return
        exc = task.exception()
        if exc is None:
            return
        self._errors.append(exc)
        if (self._base_error is None
                and isinstance(exc, (SystemExit, KeyboardInterrupt))):
            self._base_error = exc
        parent = self._parent_task
        if parent.done():
            self._loop.call_exception_handler({
                'message': f'Task {task!r} has errored out but its parent '
                           f'task {parent} is already completed',
                'exception': exc,
                'task': task,
            })
            return
        if not self._aborting and not self._parent_cancel_requested:
            self._abort()
            self._parent_cancel_requested = True
            parent.cancel()
