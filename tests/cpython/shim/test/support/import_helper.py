"""Imports, with and without what is missing."""

import contextlib
import importlib
import sys
import unittest


def import_module(name, deprecated=False, *, required_on=()):
    try:
        return importlib.import_module(name)
    except ImportError as error:
        raise unittest.SkipTest(str(error))


def import_fresh_module(name, fresh=(), blocked=(), deprecated=False):
    """A module as it is; None where a part of CPython in C is asked for by blocking."""
    if fresh and not blocked:
        for other in fresh:
            try:
                importlib.import_module(other)
            except ImportError:
                return None
    try:
        return importlib.import_module(name)
    except ImportError:
        return None


def unload(name):
    sys.modules.pop(name, None)


def forget(name):
    unload(name)


def make_legacy_pyc(source):
    raise unittest.SkipTest('no compiled files')


@contextlib.contextmanager
def DirsOnSysPath(*paths):
    old = sys.path[:]
    sys.path.extend(paths)
    try:
        yield
    finally:
        sys.path[:] = old


class CleanImport:
    def __init__(self, *names, usefrozen=False):
        self.names = names

    def __enter__(self):
        self.old = dict(sys.modules)
        for name in self.names:
            sys.modules.pop(name, None)
        return self

    def __exit__(self, *ignored):
        sys.modules.update(self.old)


def ready_to_import(name=None, source=''):
    raise unittest.SkipTest('writes modules')
