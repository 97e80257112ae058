"""Threads: not here."""

import contextlib
import unittest

can_start_thread = False


def requires_working_threading(*, module=False):
    return unittest.skip('needs threads')


def reap_threads(test):
    return test


@contextlib.contextmanager
def wait_threads_exit(timeout=None):
    yield


@contextlib.contextmanager
def start_threads(threads, unlock=None):
    raise unittest.SkipTest('needs threads')
    yield


def threading_setup():
    return ()


def threading_cleanup(*original):
    pass
