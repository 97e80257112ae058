"""Runs the test methods of one of CPython's test files, in this process.

    worker.py SCRATCH MODULE VERSION [--skip-file FILE] [--only Class.method ...]

Tests ask which version runs them: it is VERSION, that of the CPython they are of.
SCRATCH is '-' under CPython, where the module is imported as it is; under hoop it is a
folder with reduced copies, which are made by run.py for this run only. Each method is
told on standard output: `@@ start ID`, `@@ end ID STATUS MESSAGE`. run.py starts another
process with what is left when this one dies.
"""

import collections
import sys


def tell(*words):
    out.write('\n@@ ' + ' '.join(words) + '\n')
    out.flush()


def one_line(text):
    return text.replace('\\', '\\\\').replace('\n', '\\n')[:400]


def describe(info, path):
    kind, value, tb = info
    line = 0
    while tb is not None:
        if tb.tb_frame.f_code.co_filename == path:
            line = tb.tb_lineno
        tb = tb.tb_next
    try:
        text = str(value)
    except Exception:
        text = '<no text>'
    return one_line(f'{kind.__name__}: {text} [line {line}]')


def frames_of(error):
    """(file, line, function) of every frame, and of a syntax error its own line."""
    rows = []
    tb = error.__traceback__
    while tb is not None:
        code = tb.tb_frame.f_code
        rows.append(f'{code.co_filename}|{tb.tb_lineno}|{code.co_name}')
        tb = tb.tb_next
    if isinstance(error, SyntaxError):
        rows.append(f'{error.filename}|{error.lineno}|<syntax>')
    return ' '.join(row.replace(' ', '?') for row in rows)


def set_version(version):
    old = sys.version_info
    Version = collections.namedtuple('version_info', 'major minor micro releaselevel serial')
    sys.version_info = Version(*map(int, version.split('.')), *old[3:])


def load(scratch, name):
    if scratch == '-':
        __import__('test.' + name)
    else:
        sys.path.insert(0, scratch)
        try:
            __import__('test.' + name)
        except BaseException as error:
            if isinstance(error, KeyboardInterrupt):
                raise
            tell('broken', frames_of(error),
                 one_line(f'{type(error).__name__}: {error}'))
            sys.exit(3)
    return sys.modules['test.' + name]


def main():
    args = sys.argv[1:]
    scratch, name, version = args[:3]
    if scratch != '-':
        set_version(version)
    only = None
    skipped = set()
    if '--only' in args:
        only = set(args[args.index('--only') + 1:])
    elif '--skip-file' in args:
        with open(args[args.index('--skip-file') + 1]) as file:
            skipped = set(file.read().split())
    module = load(scratch, name)
    import unittest

    class Result(unittest.TestResult):
        status = 'ok'
        message = ''

        def worse(self, status, info):
            if self.status == 'ok' or status in ('fail', 'error'):
                self.status = status
                self.message = describe(info, module.__file__)

        def addError(self, test, err):
            self.worse('error', err)

        def addFailure(self, test, err):
            self.worse('fail', err)

        def addSubTest(self, test, subtest, err):
            if err is not None:
                self.worse('fail', err)

        def addSkip(self, test, reason):
            if self.status == 'ok':
                self.status = 'skip'
                self.message = one_line(str(reason))

        def addExpectedFailure(self, test, err):
            self.status = 'xfail'

        def addUnexpectedSuccess(self, test):
            self.status = 'surprise'

    loader = unittest.TestLoader()
    set_up = getattr(module, 'setUpModule', None)
    if set_up is not None:
        try:
            set_up()
        except Exception as error:
            tell('note', 'setUpModule', one_line(repr(error)))
    for attribute in sorted(vars(module)):
        cls = getattr(module, attribute)
        if not (isinstance(cls, type) and issubclass(cls, unittest.TestCase)):
            continue
        if cls.__module__ == 'unittest.case' or attribute != cls.__name__:
            continue
        methods = [f'{attribute}.{method}'
                   for method in loader.getTestCaseNames(cls)]
        methods = [m for m in methods
                   if m not in skipped and (only is None or m in only)]
        if not methods:
            continue
        failed = None
        if not getattr(cls, '__unittest_skip__', False):
            try:
                cls.setUpClass()
            except unittest.SkipTest as error:
                failed = ('skip', one_line(str(error)))
            except Exception as error:
                failed = ('error', 'setUpClass: ' + one_line(repr(error)))
        for method in methods:
            tell('start', method)
            if failed:
                tell('end', method, *failed)
                continue
            result = Result()
            try:
                cls(method.partition('.')[2]).run(result)
            except KeyboardInterrupt:
                raise
            except BaseException as error:
                result.status = 'error'
                result.message = describe(sys.exc_info(), module.__file__)
            sys.stdout = out
            sys.stderr = err
            tell('end', method, result.status, result.message)
        if failed is None:
            try:
                cls.tearDownClass()
                cls.doClassCleanups()
            except Exception as error:
                tell('note', attribute, one_line(repr(error)))
    tell('done')


if __name__ == '__main__':
    # The module of that name is for the tests; this one keeps what is its own.
    out = sys.stdout
    err = sys.stderr
    main()
