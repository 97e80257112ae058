"""Warnings, expected or recorded."""

import contextlib
import functools
import sys
import warnings


class WarningsRecorder:
    """The recorded warnings; unknown attributes are those of the last one."""

    def __init__(self, records):
        self._warnings = records
        self._last = 0

    def __getattr__(self, name):
        if len(self._warnings) > self._last:
            return getattr(self._warnings[-1], name)
        if name in ('message', 'category', 'filename', 'lineno', 'line'):
            return None
        raise AttributeError(name)

    @property
    def warnings(self):
        return self._warnings[self._last:]

    def reset(self):
        self._last = len(self._warnings)


@contextlib.contextmanager
def check_warnings(*filters, **words):
    """Fails on warnings that no (text, category) of `filters` expects."""
    import re
    quiet = words.get('quiet')
    if not filters:
        filters = (('', Warning),)
        if quiet is None:
            quiet = True
    for module in list(sys.modules.values()):
        if getattr(module, '__warningregistry__', None):
            module.__warningregistry__ = {}
    with warnings.catch_warnings(record=True) as records:
        warnings.simplefilter('always')
        yield WarningsRecorder(records)
    left = list(records)
    missing = []
    for text, category in filters:
        found = [record for record in left
                 if re.match(text, str(record.message), re.I)
                 and issubclass(record.message.__class__, category)]
        for record in found:
            left.remove(record)
        if not found and not quiet:
            missing.append((text, category.__name__))
    if left:
        raise AssertionError(f'unhandled warning {left[0]}')
    if missing:
        raise AssertionError(f'filter {missing[0]} did not catch any warning')


@contextlib.contextmanager
def check_no_warnings(testcase, message='', category=Warning, force_gc=False):
    with warnings.catch_warnings(record=True) as records:
        warnings.filterwarnings('always', message=message, category=category)
        yield
    testcase.assertEqual(records, [])


@contextlib.contextmanager
def check_no_resource_warning(testcase):
    with check_no_warnings(testcase, category=ResourceWarning, force_gc=True):
        yield


def ignore_warnings(*, category):
    def decorate(test):
        @functools.wraps(test)
        def run(self, *args, **kwargs):
            with warnings.catch_warnings():
                warnings.simplefilter('ignore', category=category)
                return test(self, *args, **kwargs)
        return run
    return decorate


@contextlib.contextmanager
def save_restore_warnings_filters():
    with warnings.catch_warnings():
        yield


def check_syntax_warning(testcase, statement, errtext='', *, lineno=1, offset=None):
    with warnings.catch_warnings(record=True) as records:
        warnings.simplefilter('always', SyntaxWarning)
        compile(statement, '<testcase>', 'exec')
    testcase.assertEqual(len(records), 1, records)
    record = records[0]
    testcase.assertTrue(issubclass(record.category, SyntaxWarning))
    if errtext:
        testcase.assertRegex(str(record.message), errtext)
    testcase.assertEqual(record.filename, '<testcase>')
    testcase.assertEqual(record.lineno, lineno)
    with warnings.catch_warnings(record=True) as records:
        warnings.simplefilter('error', SyntaxWarning)
        from test.support import check_syntax_error
        check_syntax_error(testcase, statement, errtext, lineno=lineno,
                           offset=offset)
    testcase.assertEqual(records, [])
