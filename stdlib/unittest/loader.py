"""Finding tests in classes, modules and folders."""

import os
import sys
import traceback
import types
from functools import cmp_to_key

from . import case, suite, util

__unittest = True


class _FailedTest(case.TestCase):
    # A module or name that could not be loaded, as a test that fails.
    _testMethodName = None

    def __init__(self, method_name, exception):
        self._exception = exception
        super().__init__(method_name)

    def __getattr__(self, name):
        if name != self._testMethodName:
            return super().__getattribute__(name)

        def test():
            raise self._exception
        return test


def _failed(name, exception, message, suite_class):
    return suite_class((_FailedTest(name, exception),)), message


def _failed_import(name, suite_class):
    message = f'Failed to import test module: {name}\n{traceback.format_exc()}'
    return _failed(name, ImportError(message), message, suite_class)


def _skipped_module(name, error, suite_class):
    @case.skip(str(error))
    def test(self):
        pass
    cls = type('ModuleSkipped', (case.TestCase,), {name: test})
    return suite_class((cls(name),))


def _matches(pattern, text):
    # The patterns of shells: *, ? and [sets].
    if not pattern:
        return not text
    head = pattern[0]
    if head == '*':
        return any(_matches(pattern[1:], text[at:])
                   for at in range(len(text) + 1))
    if not text:
        return False
    if head == '[' and ']' in pattern[2:]:
        end = pattern.index(']', 2)
        inner = pattern[1:end]
        wanted = inner[0] != '!'
        if not wanted:
            inner = inner[1:]
        found = False
        at = 0
        while at < len(inner):
            if inner[at + 1:at + 2] == '-' and at + 2 < len(inner):
                found = found or inner[at] <= text[0] <= inner[at + 2]
                at += 3
            else:
                found = found or inner[at] == text[0]
                at += 1
        return found == wanted and _matches(pattern[end + 1:], text[1:])
    return (head == '?' or head == text[0]) and _matches(pattern[1:], text[1:])


class TestLoader:
    """Makes suites of classes, modules, names and folders."""

    testMethodPrefix = 'test'
    sortTestMethodsUsing = staticmethod(util.three_way_cmp)
    testNamePatterns = None
    suiteClass = suite.TestSuite
    _top_level_dir = None

    def __init__(self):
        self.errors = []
        self._loading_packages = set()

    def loadTestsFromTestCase(self, testCaseClass):
        if issubclass(testCaseClass, suite.TestSuite):
            raise TypeError('Test cases should not be derived from TestSuite. '
                            'Maybe you meant to derive from TestCase?')
        names = self.getTestCaseNames(testCaseClass)
        if not names and hasattr(testCaseClass, 'runTest'):
            names = ['runTest']
        return self.suiteClass(map(testCaseClass, names))

    def loadTestsFromModule(self, module, *args, pattern=None, **kws):
        if len(args) > 1:
            raise TypeError('loadTestsFromModule() takes 1 positional argument '
                            f'but {len(args) + 1} were given')
        tests = []
        for name in dir(module):
            found = getattr(module, name)
            if (isinstance(found, type) and issubclass(found, case.TestCase)
                    and found is not case.TestCase
                    and found is not case.FunctionTestCase):
                tests.append(self.loadTestsFromTestCase(found))
        load_tests = getattr(module, 'load_tests', None)
        tests = self.suiteClass(tests)
        if load_tests is None:
            return tests
        try:
            return load_tests(self, tests, pattern)
        except Exception as error:
            message = ('Failed to call load_tests:\n' + traceback.format_exc())
            test, message = _failed(module.__name__, error, message,
                                    self.suiteClass)
            self.errors.append(message)
            return test

    def loadTestsFromName(self, name, module=None):
        parts = name.split('.')
        failed = None, None
        if module is None:
            rest = parts[:]
            while rest:
                try:
                    module = __import__('.'.join(rest))
                    break
                except ImportError:
                    last = rest.pop()
                    failed = _failed_import(last, self.suiteClass)
                    if not rest:
                        self.errors.append(failed[1])
                        return failed[0]
            parts = parts[1:]
        parent = None
        obj = module
        for part in parts:
            try:
                parent, obj = obj, getattr(obj, part)
            except AttributeError as error:
                if getattr(obj, '__path__', None) is not None and failed[0]:
                    self.errors.append(failed[1])
                    return failed[0]
                test, message = _failed(
                    part, error,
                    f'Failed to access attribute:\n{traceback.format_exc()}',
                    self.suiteClass)
                self.errors.append(message)
                return test
        return self._tests_of(obj, parent, parts)

    def _tests_of(self, obj, parent, parts):
        if isinstance(obj, types.ModuleType):
            return self.loadTestsFromModule(obj)
        if isinstance(obj, type) and issubclass(obj, case.TestCase):
            return self.loadTestsFromTestCase(obj)
        if (isinstance(obj, types.FunctionType) and isinstance(parent, type)
                and issubclass(parent, case.TestCase)):
            name = parts[-1]
            instance = parent(name)
            if not isinstance(getattr(instance, name), types.FunctionType):
                return self.suiteClass([instance])
        elif isinstance(obj, suite.TestSuite):
            return obj
        if callable(obj):
            test = obj()
            if isinstance(test, suite.TestSuite):
                return test
            if isinstance(test, case.TestCase):
                return self.suiteClass([test])
            raise TypeError(f'calling {obj} returned {test}, not a test')
        raise TypeError(f"don't know how to make test from: {obj}")

    def loadTestsFromNames(self, names, module=None):
        return self.suiteClass([self.loadTestsFromName(name, module)
                                for name in names])

    def getTestCaseNames(self, testCaseClass):
        def wanted(name):
            if not name.startswith(self.testMethodPrefix):
                return False
            if not callable(getattr(testCaseClass, name)):
                return False
            if self.testNamePatterns is None:
                return True
            full = (f'{testCaseClass.__module__}.{testCaseClass.__qualname__}'
                    f'.{name}')
            return any(_matches(pattern, full)
                       for pattern in self.testNamePatterns)
        names = [name for name in dir(testCaseClass) if wanted(name)]
        if self.sortTestMethodsUsing:
            names.sort(key=cmp_to_key(self.sortTestMethodsUsing))
        return names

    def discover(self, start_dir, pattern='test*.py', top_level_dir=None):
        """The tests of all files under a folder whose names match."""
        if top_level_dir is None:
            top_level_dir = self._top_level_dir or start_dir
        top = os.path.abspath(top_level_dir)
        if top not in sys.path:
            sys.path.insert(0, top)
        self._top_level_dir = top
        start = os.path.abspath(start_dir)
        if not os.path.isdir(start):
            raise ImportError(f'Start directory is not importable: {start_dir!r}')
        return self.suiteClass(list(self._find(start, top, pattern)))

    def _find(self, folder, top, pattern):
        prefix = folder[len(top):].strip('/').replace('/', '.')
        for entry in sorted(os.listdir(folder)):
            path = folder + '/' + entry
            if os.path.isfile(path):
                stem = entry[:-3]
                if not (entry.endswith('.py') and stem.isidentifier()
                        and _matches(pattern, entry)):
                    continue
                yield self._load_file(f'{prefix}.{stem}' if prefix else stem,
                                      pattern)
            elif os.path.isfile(path + '/__init__.py'):
                name = f'{prefix}.{entry}' if prefix else entry
                if _matches(pattern, entry):
                    yield self._load_file(name, pattern)
                yield from self._find(path, top, pattern)

    def _load_file(self, name, pattern):
        try:
            __import__(name)
        except case.SkipTest as error:
            return _skipped_module(name, error, self.suiteClass)
        except Exception:
            test, message = _failed_import(name, self.suiteClass)
            self.errors.append(message)
            return test
        return self.loadTestsFromModule(sys.modules[name], pattern=pattern)


defaultTestLoader = TestLoader()


def _loader(prefix, sort, suite_class=None, patterns=None):
    loader = TestLoader()
    loader.sortTestMethodsUsing = sort
    loader.testMethodPrefix = prefix
    loader.testNamePatterns = patterns
    if suite_class:
        loader.suiteClass = suite_class
    return loader


def _deprecated(name, better):
    import warnings
    warnings.warn(f'unittest.{name}() is deprecated and will be removed in '
                  f'Python 3.13. Please use unittest.{better}() instead.',
                  DeprecationWarning, stacklevel=3)


def getTestCaseNames(testCaseClass, prefix, sortUsing=util.three_way_cmp,
                     testNamePatterns=None):
    _deprecated('getTestCaseNames', 'TestLoader.getTestCaseNames')
    return _loader(prefix, sortUsing,
                   patterns=testNamePatterns).getTestCaseNames(testCaseClass)


def makeSuite(testCaseClass, prefix='test', sortUsing=util.three_way_cmp,
              suiteClass=suite.TestSuite):
    _deprecated('makeSuite', 'TestLoader.loadTestsFromTestCase')
    return _loader(prefix, sortUsing,
                   suiteClass).loadTestsFromTestCase(testCaseClass)


def findTestCases(module, prefix='test', sortUsing=util.three_way_cmp,
                  suiteClass=suite.TestSuite):
    _deprecated('findTestCases', 'TestLoader.loadTestsFromModule')
    return _loader(prefix, sortUsing, suiteClass).loadTestsFromModule(module)
