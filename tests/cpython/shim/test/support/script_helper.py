"""Programs in processes of their own: not here."""

import unittest


def _skip(*args, **kwargs):
    raise unittest.SkipTest('needs processes')


assert_python_ok = assert_python_failure = run_python_until_end = _skip
spawn_python = kill_python = make_script = make_pkg = make_zip_script = _skip


def interpreter_requires_environment():
    return True
