"""What the tests ask of `test.test_asyncio.utils`, in our own words and as little as will do."""

import asyncio
import contextlib
import re
import sys
import unittest
from asyncio import base_events, events, format_helpers
from asyncio.log import logger
from unittest import mock

CLOCK_RES = 0.05


def run_briefly(loop):
    """Let everything run that is ready, through a task that does nothing."""
    async def nothing():
        pass
    coro = nothing()
    task = loop.create_task(coro)
    task._log_destroy_pending = False
    try:
        loop.run_until_complete(task)
    finally:
        coro.close()


def run_once(loop):
    """One turn."""
    loop.call_soon(loop.stop)
    loop.run_forever()


def run_until(loop, pred, timeout=30.0):
    """Turn after turn until `pred()`."""
    end = loop.time() + timeout
    while not pred():
        if loop.time() > end:
            raise TimeoutError
        loop.run_until_complete(asyncio.sleep(0.001))


class _NoSelector:
    def select(self, timeout=None):
        return []


class TestLoop(base_events.BaseEventLoop):
    """A loop whose time a generator turns: it is sent each deadline that was scheduled in
    a turn, and yields by how much the time moves after it."""

    def __init__(self, gen=None):
        super().__init__()
        self._must_end = gen is not None
        if gen is None:
            def gen():
                yield
        self._gen = gen()
        next(self._gen)
        self._time = 0
        self._clock_resolution = 1e-9
        self._timers = []
        self._selector = _NoSelector()

    def time(self):
        return self._time

    def advance_time(self, advance):
        if advance:
            self._time += advance

    def close(self):
        super().close()
        if self._must_end:
            try:
                self._gen.send(0)
            except StopIteration:
                return
            raise AssertionError('the generator of times is not at its end')

    def call_at(self, when, callback, *args, context=None):
        self._timers.append(when)
        return super().call_at(when, callback, *args, context=context)

    def _run_once(self):
        super()._run_once()
        for when in self._timers:
            self.advance_time(self._gen.send(when))
        self._timers = []

    def _process_events(self, event_list):
        pass

    def _write_to_self(self):
        pass


def MockCallback(**kwargs):
    return mock.Mock(spec=['__call__'], **kwargs)


class MockPattern(str):
    """Equal to what this pattern is found in."""

    def __eq__(self, other):
        return re.search(str(self), other, re.S) is not None


class MockInstanceOf:
    """Equal to any instance."""

    def __init__(self, type):
        self._type = type

    def __eq__(self, other):
        return isinstance(other, self._type)


def get_function_source(func):
    source = format_helpers._get_function_source(func)
    if source is None:
        raise ValueError(f'no source of {func!r}')
    return source


class TestCase(unittest.TestCase):
    """Loops are closed, and none stays current."""

    @staticmethod
    def close_loop(loop):
        loop.close()

    def set_event_loop(self, loop, *, cleanup=True):
        if loop is None:
            raise AssertionError('loop is None')
        events.set_event_loop(None)
        if cleanup:
            self.addCleanup(self.close_loop, loop)

    def new_test_loop(self, gen=None):
        loop = TestLoop(gen)
        self.set_event_loop(loop)
        return loop

    def tearDown(self):
        events.set_event_loop(None)
        self.assertEqual(sys.exc_info(), (None, None, None))
        self.doCleanups()


@contextlib.contextmanager
def disable_logger():
    """Nothing is logged in the block."""
    old = logger.level
    logger.setLevel(51)
    try:
        yield
    finally:
        logger.setLevel(old)


async def await_without_task(coro):
    """Run a coroutine to its end from a callback, where no task is current."""
    failed = []

    def run():
        try:
            for _ in coro.__await__():
                pass
        except BaseException as error:
            failed.append(error)
    asyncio.get_running_loop().call_soon(run)
    await asyncio.sleep(0)
    if failed:
        raise failed[0]
