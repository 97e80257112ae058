"""What the tests ask of `test.support`, in our own words and as little as will do."""

import contextlib
import functools
import gc
import io
import os
import sys
import types
import unittest

verbose = 0
use_resources = None
MAX_Py_ssize_t = sys.maxsize
REPO_ROOT = ''
TEST_HOME_DIR = ''
PIPE_MAX_SIZE = 4 * 1024 * 1024
SHORT_TIMEOUT = LONG_TIMEOUT = LOOPBACK_TIMEOUT = 30.0
_1M, _1G, _2G, _4G = 1 << 20, 1 << 30, 2 << 30, 4 << 30
max_memuse = 0
Py_DEBUG = False
has_fork_support = has_subprocess_support = has_socket_support = False
is_emscripten = is_wasi = is_android = is_jython = False
HAVE_DOCSTRINGS = True
has_strftime_extensions = True
MISSING_C_DOCSTRINGS = False
INTERNET_TIMEOUT = 60.0


class TestFailed(Exception):
    """A test failed."""


class ResourceDenied(unittest.SkipTest):
    """A resource is not there."""


class _AlwaysEqual:
    def __eq__(self, other):
        return True

    def __ne__(self, other):
        return False


class _NeverEqual:
    def __eq__(self, other):
        return False

    def __ne__(self, other):
        return True

    def __hash__(self):
        return 1


ALWAYS_EQ = _AlwaysEqual()
NEVER_EQ = _NeverEqual()


@functools.total_ordering
class _Largest:
    def __eq__(self, other):
        return isinstance(other, _Largest)

    def __lt__(self, other):
        return False


@functools.total_ordering
class _Smallest:
    def __eq__(self, other):
        return isinstance(other, _Smallest)

    def __gt__(self, other):
        return False


LARGEST = _Largest()
SMALLEST = _Smallest()


def check_impl_detail(**guards):
    """Whether the named implementation is this one; without words: CPython."""
    if not guards:
        return False
    default = not next(iter(guards.values()))
    return guards.get(sys.implementation.name, default)


def impl_detail(msg=None, **guards):
    if check_impl_detail(**guards):
        return lambda item: item
    return unittest.skip(msg or 'of another implementation')


def cpython_only(test):
    return unittest.skip('of CPython only')(test)


def _same(item):
    return item


def _any_decorator(*args, **kwargs):
    return _same


refcount_test = cpython_only
no_tracing = _same
requires_IEEE_754 = _same
requires_docstrings = _same
requires_zlib = requires_gzip = requires_bz2 = requires_lzma = _any_decorator
requires_resource = _any_decorator
requires_mac_ver = requires_linux_version = requires_freebsd_version = _any_decorator
skip_if_broken_multiprocessing_synchronize = _any_decorator
skip_emscripten_stack_overflow = skip_wasi_stack_overflow = _any_decorator
skip_on_s390x = _same
anticipate_failure = lambda condition: unittest.expectedFailure if condition else _same


def requires(resource, msg=None):
    raise ResourceDenied(msg or resource)


def is_resource_enabled(resource):
    return False


def requires_subprocess():
    return unittest.skip('needs processes')


def requires_fork():
    return unittest.skip('needs fork')


def requires_working_socket(*, module=False):
    if module:
        return None
    return _same


def requires_limited_api(test):
    return unittest.skip('needs the C API')(test)


def bigmemtest(size, memuse, dry_run=True):
    def decorate(test):
        @functools.wraps(test)
        def run(self):
            # As CPython without -M: try it small.
            return test(self, 5147)
        return run
    return decorate


def bigaddrspacetest(test):
    return unittest.skip('needs a big address space')(test)


def run_with_locale(category, *locales):
    return _same


def run_with_tz(tz):
    return _same


def gc_collect():
    gc.collect()
    gc.collect()
    gc.collect()


@contextlib.contextmanager
def disable_gc():
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()


@contextlib.contextmanager
def _captured(name):
    old = getattr(sys, name)
    new = io.StringIO()
    setattr(sys, name, new)
    try:
        yield new
    finally:
        setattr(sys, name, old)


def captured_output(name):
    return _captured(name)


def captured_stdout():
    return _captured('stdout')


def captured_stderr():
    return _captured('stderr')


def captured_stdin():
    return _captured('stdin')


@contextlib.contextmanager
def swap_attr(obj, name, value):
    """Within the block the attribute has that value; the old one is yielded."""
    missing = not hasattr(obj, name)
    old = None if missing else getattr(obj, name)
    setattr(obj, name, value)
    try:
        yield old
    finally:
        if not missing:
            setattr(obj, name, old)
        elif hasattr(obj, name):
            delattr(obj, name)


@contextlib.contextmanager
def swap_item(obj, key, value):
    missing = key not in obj
    old = None if missing else obj[key]
    obj[key] = value
    try:
        yield old
    finally:
        if not missing:
            obj[key] = old
        elif key in obj:
            del obj[key]


def check_syntax_error(case, statement, errtext='', *, lineno=None, offset=None):
    with case.assertRaisesRegex(SyntaxError, errtext) as caught:
        compile(statement, '<test string>', 'exec')
    error = caught.exception
    case.assertIsNotNone(error.lineno)
    if lineno is not None:
        case.assertEqual(error.lineno, lineno)
    case.assertIsNotNone(error.offset)
    if offset is not None:
        case.assertEqual(error.offset, offset)


def check_free_after_iterating(case, make, cls, args=()):
    finished = False

    class Watched(cls):
        def __del__(self):
            nonlocal finished
            finished = True
            try:
                next(iterator)
            except StopIteration:
                pass
    iterator = make(Watched(*args))
    case.assertRaises(StopIteration, next, iterator)
    gc_collect()
    case.assertTrue(finished)


def check_sizeof(test, o, size):
    raise unittest.SkipTest('sizes of objects are our own')


def calcobjsize(fmt):
    return 0


calcvobjsize = calcobjsize


def sortdict(mapping):
    return '{' + ', '.join(f'{k!r}: {mapping[k]!r}' for k in sorted(mapping)) + '}'


def findfile(filename, subdir=None):
    return filename


def run_in_subinterp(code):
    raise unittest.SkipTest('no interpreters inside')


def check__all__(case, module, name_of_module=None, extra=(), not_exported=()):
    expected = set(extra)
    names = name_of_module or (module.__name__,)
    if isinstance(names, str):
        names = (names,)
    for name in dir(module):
        if name.startswith('_') or name in not_exported:
            continue
        found = getattr(module, name)
        owner = getattr(found, '__module__', None)
        if owner in names or (owner is None
                              and not isinstance(found, types.ModuleType)):
            expected.add(name)
    case.assertCountEqual(module.__all__, expected)


def run_unittest(*classes):
    """Old files call it from test_main()."""


def run_doctest(module, verbosity=None, optionflags=0):
    return (0, 0)


def args_from_interpreter_flags():
    return []


def missing_compiler_executable(names=()):
    return 'cc'


def get_pagesize():
    return 4096


@contextlib.contextmanager
def infinite_recursion(max_depth=75):
    old = sys.getrecursionlimit()
    sys.setrecursionlimit(max_depth + 60)
    try:
        yield
    finally:
        sys.setrecursionlimit(old)


def get_recursion_depth():
    return 1


def set_recursion_limit(limit):
    sys.setrecursionlimit(limit)


@contextlib.contextmanager
def catch_unraisable_exception():
    """What went to sys.unraisablehook within the block."""
    caught = _Unraisable()
    old = sys.unraisablehook
    sys.unraisablehook = caught._take
    try:
        yield caught
    finally:
        sys.unraisablehook = old
        caught.unraisable = None


class _Unraisable:
    unraisable = None

    def _take(self, unraisable):
        self.unraisable = unraisable


@contextlib.contextmanager
def catch_threading_exception():
    raise unittest.SkipTest('no threads')
    yield


class SaveSignals:
    def save(self):
        pass

    def restore(self):
        pass


def adjust_int_max_str_digits(limit):
    return _digits(limit)


@contextlib.contextmanager
def _digits(limit):
    old = sys.get_int_max_str_digits()
    sys.set_int_max_str_digits(limit)
    try:
        yield
    finally:
        sys.set_int_max_str_digits(old)


@contextlib.contextmanager
def temporary_environ(**words):
    old = dict(os.environ)
    os.environ.update(words)
    try:
        yield
    finally:
        os.environ.clear()
        os.environ.update(old)


def reap_children():
    pass


def wait_process(pid, *, exitcode, timeout=None):
    raise unittest.SkipTest('no processes')


def busy_retry(timeout, err_msg=None, /, *, error=True):
    import time
    end = time.monotonic() + timeout
    while True:
        yield
        if time.monotonic() >= end:
            break
    if error:
        raise AssertionError(err_msg or 'timeout')


def sleeping_retry(timeout, err_msg=None, /, *, init_delay=0.010,
                   max_delay=1.0, error=True):
    import time
    for _ in busy_retry(timeout, err_msg, error=error):
        yield
        time.sleep(init_delay)


class Matcher:
    pass


NHASHBITS = sys.hash_info.width


def skip_if_pgo_task(test):
    return test
