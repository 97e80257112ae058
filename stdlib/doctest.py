"""Examples in docstrings, run and compared with what they say they print."""

import builtins
import inspect
import io
import re
import sys
import traceback
import unittest
from collections import namedtuple

__all__ = [
    'register_optionflag', 'DONT_ACCEPT_TRUE_FOR_1', 'DONT_ACCEPT_BLANKLINE',
    'NORMALIZE_WHITESPACE', 'ELLIPSIS', 'SKIP', 'IGNORE_EXCEPTION_DETAIL',
    'COMPARISON_FLAGS', 'REPORT_UDIFF', 'REPORT_CDIFF', 'REPORT_NDIFF',
    'REPORT_ONLY_FIRST_FAILURE', 'REPORTING_FLAGS', 'FAIL_FAST', 'Example',
    'DocTest', 'DocTestParser', 'DocTestFinder', 'DocTestRunner',
    'OutputChecker', 'DocTestFailure', 'UnexpectedException', 'DebugRunner',
    'testmod', 'testfile', 'run_docstring_examples', 'DocTestSuite',
    'DocFileSuite', 'set_unittest_reportflags', 'script_from_examples',
    'TestResults',
]

TestResults = namedtuple('TestResults', 'failed attempted')

OPTIONFLAGS_BY_NAME = {}


def register_optionflag(name):
    """The number of an option flag; a new name gets a new one."""
    return OPTIONFLAGS_BY_NAME.setdefault(name, 1 << len(OPTIONFLAGS_BY_NAME))


DONT_ACCEPT_TRUE_FOR_1 = register_optionflag('DONT_ACCEPT_TRUE_FOR_1')
DONT_ACCEPT_BLANKLINE = register_optionflag('DONT_ACCEPT_BLANKLINE')
NORMALIZE_WHITESPACE = register_optionflag('NORMALIZE_WHITESPACE')
ELLIPSIS = register_optionflag('ELLIPSIS')
SKIP = register_optionflag('SKIP')
IGNORE_EXCEPTION_DETAIL = register_optionflag('IGNORE_EXCEPTION_DETAIL')
COMPARISON_FLAGS = (DONT_ACCEPT_TRUE_FOR_1 | DONT_ACCEPT_BLANKLINE
                    | NORMALIZE_WHITESPACE | ELLIPSIS | SKIP
                    | IGNORE_EXCEPTION_DETAIL)
REPORT_UDIFF = register_optionflag('REPORT_UDIFF')
REPORT_CDIFF = register_optionflag('REPORT_CDIFF')
REPORT_NDIFF = register_optionflag('REPORT_NDIFF')
REPORT_ONLY_FIRST_FAILURE = register_optionflag('REPORT_ONLY_FIRST_FAILURE')
FAIL_FAST = register_optionflag('FAIL_FAST')
REPORTING_FLAGS = (REPORT_UDIFF | REPORT_CDIFF | REPORT_NDIFF
                   | REPORT_ONLY_FIRST_FAILURE | FAIL_FAST)

BLANKLINE_MARKER = '<BLANKLINE>'
ELLIPSIS_MARKER = '...'


class Example:
    """One statement, and what it should print."""

    def __init__(self, source, want, exc_msg=None, lineno=0, indent=0, options=None):
        self.source = source if source.endswith('\n') else source + '\n'
        self.want = want if not want or want.endswith('\n') else want + '\n'
        if exc_msg is not None and not exc_msg.endswith('\n'):
            exc_msg += '\n'
        self.exc_msg = exc_msg
        self.lineno = lineno
        self.indent = indent
        self.options = {} if options is None else options

    def _key(self):
        return (self.source, self.want, self.lineno, self.indent, self.options,
                self.exc_msg)

    def __eq__(self, other):
        if type(self) is not type(other):
            return NotImplemented
        return self._key() == other._key()

    def __hash__(self):
        return hash((self.source, self.want, self.lineno, self.indent, self.exc_msg))


class DocTest:
    """The examples of one docstring, with the names they see."""

    def __init__(self, examples, globs, name, filename, lineno, docstring):
        if isinstance(examples, str):
            raise AssertionError('DocTest no longer accepts str; use DocTestParser instead')
        self.examples = examples
        self.docstring = docstring
        self.globs = globs.copy()
        self.name = name
        self.filename = filename
        self.lineno = lineno

    def __repr__(self):
        count = len(self.examples)
        if not count:
            shown = 'no examples'
        else:
            shown = '1 example' if count == 1 else f'{count} examples'
        return f'<DocTest {self.name} from {self.filename}:{self.lineno} ({shown})>'

    def _key(self):
        return (self.examples, self.docstring, self.globs, self.name, self.filename,
                self.lineno)

    def __eq__(self, other):
        if type(self) is not type(other):
            return NotImplemented
        return self._key() == other._key()

    def __hash__(self):
        return hash((self.docstring, self.name, self.filename, self.lineno))

    def __lt__(self, other):
        if not isinstance(other, DocTest):
            return NotImplemented
        return ((self.name, self.filename, self.lineno or 0, id(self))
                < (other.name, other.filename, other.lineno or 0, id(other)))


_OPTION = re.compile(r'#\s*doctest:\s*([^\n\'"]*)$', re.MULTILINE)
_PROMPT = re.compile(r'^( *)>>>(?: |$)')


class DocTestParser:
    """Finds the examples of a text."""

    def parse(self, string, name='<string>'):
        """The text between examples and the examples, in turn."""
        lines = string.expandtabs().split('\n')
        indents = [len(line) - len(line.lstrip(' ')) for line in lines if line.strip()]
        margin = min(indents, default=0)
        lines = [line[margin:] for line in lines]
        output, text, at = [], [], 0
        while at < len(lines):
            start = _PROMPT.match(lines[at])
            if start is None:
                if re.match(r' *>>>\S', lines[at]):
                    self._lacks_blank(name, at, lines[at])
                text.append(lines[at])
                at += 1
                continue
            indent = len(start.group(1))
            first = at
            source = [lines[at]]
            at += 1
            while at < len(lines) and re.match(' ' * indent + r'\.\.\.(?: |$)', lines[at]):
                source.append(lines[at])
                at += 1
            for k, line in enumerate(source):
                if len(line) >= indent + 4 and line[indent + 3] != ' ':
                    self._lacks_blank(name, first + k, line)
            want = []
            while (at < len(lines) and lines[at].strip()
                    and not re.match(r' *>>>', lines[at])):
                if not lines[at].startswith(' ' * indent):
                    raise ValueError(f'line {at + 1} of the docstring for {name} has '
                                     f'inconsistent leading whitespace: {lines[at]!r}')
                want.append(lines[at][indent:].rstrip())
                at += 1
            output.append(''.join(line + '\n' for line in text))
            text = []
            code = '\n'.join(line[indent + 4:] for line in source)
            want = '\n'.join(want)
            message = self._message(want)
            options = self._options(code, name, first)
            if not self._is_comment(code):
                output.append(Example(code, want, message, first, indent + margin, options))
        output.append('\n'.join(text))
        return output

    def get_doctest(self, string, globs, name, filename, lineno):
        return DocTest(self.get_examples(string, name), globs, name, filename, lineno, string)

    def get_examples(self, string, name='<string>'):
        return [part for part in self.parse(string, name) if isinstance(part, Example)]

    def _lacks_blank(self, name, at, line):
        line = line.lstrip()
        raise ValueError(f'line {at + 1} of the docstring for {name} lacks blank after '
                         f'{line[:3]}: {line!r}')

    def _is_comment(self, code):
        return all(not line.strip() or line.lstrip().startswith('#')
                   for line in code.split('\n'))

    def _message(self, want):
        """What an expected traceback says at its end; None if none is expected."""
        lines = want.split('\n')
        for k, line in enumerate(lines):
            if re.match(r'Traceback \((?:most recent call last|innermost last)\):\s*$', line):
                for n in range(k + 1, len(lines)):
                    if re.match(r'\w', lines[n]):
                        return '\n'.join(lines[n:])
                return None
            return None
        return None

    def _options(self, code, name, lineno):
        options = {}
        for match in _OPTION.finditer(code):
            for option in match.group(1).replace(',', ' ').split():
                if option[0] not in '+-' or option[1:] not in OPTIONFLAGS_BY_NAME:
                    raise ValueError(f'line {lineno + 1} of the doctest for {name} has an '
                                     f'invalid option: {option!r}')
                options[OPTIONFLAGS_BY_NAME[option[1:]]] = option[0] == '+'
        if options and self._is_comment(code):
            raise ValueError(f'line {lineno} of the doctest for {name} has an option '
                             f'directive on a line with no example: {code!r}')
        return options


class DocTestFinder:
    """Finds the docstrings of an object and of all that it holds."""

    def __init__(self, verbose=False, parser=DocTestParser(), recurse=True,
                 exclude_empty=True):
        self._verbose = verbose
        self._parser = parser
        self._recurse = recurse
        self._exclude_empty = exclude_empty

    def find(self, obj, name=None, module=None, globs=None, extraglobs=None):
        if name is None:
            name = getattr(obj, '__name__', None)
            if name is None:
                raise ValueError("DocTestFinder.find: name must be given when "
                                 f"obj.__name__ doesn't exist: {type(obj)!r}")
        if module is False:
            module = None
        elif module is None:
            module = inspect.getmodule(obj)
        if globs is None:
            globs = {} if module is None else module.__dict__.copy()
        else:
            globs = globs.copy()
        globs.update(extraglobs or {})
        globs.setdefault('__name__', '__main__')
        tests = []
        self._walk(tests, obj, name, module, globs, set())
        tests.sort()
        return tests

    def _walk(self, tests, obj, name, module, globs, seen):
        if id(obj) in seen:
            return
        seen.add(id(obj))
        test = self._test_of(obj, name, module, globs)
        if test is not None:
            tests.append(test)
        if not self._recurse:
            return
        if inspect.ismodule(obj):
            for key, value in obj.__dict__.items():
                plain = inspect.unwrap(value) if inspect.isroutine(value) else value
                if (inspect.isroutine(plain) or inspect.isclass(value)) \
                        and self._from_module(module, plain):
                    self._walk(tests, value, f'{name}.{key}', module, globs, seen)
            for key, value in getattr(obj, '__test__', {}).items():
                if not isinstance(key, str):
                    raise ValueError('DocTestFinder.find: __test__ keys must be strings: '
                                     f'{type(key)!r}')
                if not (inspect.isroutine(value) or inspect.isclass(value)
                        or inspect.ismodule(value) or isinstance(value, str)):
                    raise ValueError('DocTestFinder.find: __test__ values must be strings, '
                                     f'functions, methods, classes, or modules: {type(value)!r}')
                self._walk(tests, value, f'{name}.__test__.{key}', module, globs, seen)
        elif inspect.isclass(obj):
            for key, value in obj.__dict__.items():
                if isinstance(value, (staticmethod, classmethod)):
                    value = value.__func__
                if (inspect.isroutine(value) or inspect.isclass(value)
                        or isinstance(value, property)) and self._from_module(module, value):
                    self._walk(tests, value, f'{name}.{key}', module, globs, seen)

    def _from_module(self, module, obj):
        if module is None:
            return True
        if inspect.isfunction(obj):
            return module.__dict__ is obj.__globals__
        if isinstance(obj, property):
            return True
        return getattr(obj, '__module__', None) == module.__name__

    def _test_of(self, obj, name, module, globs):
        if isinstance(obj, str):
            text = obj
        else:
            text = getattr(obj, '__doc__', None)
            if text is None:
                text = ''
            elif not isinstance(text, str):
                text = str(text)
        lineno = self._line_of(obj)
        if self._exclude_empty and not text:
            return None
        filename = None
        if module is not None:
            filename = getattr(module, '__file__', None) or module.__name__
            if filename.endswith('.pyc'):
                filename = filename[:-1]
        return self._parser.get_doctest(text, globs, name, filename, lineno)

    def _line_of(self, obj):
        if inspect.ismodule(obj):
            return 0
        if isinstance(obj, property):
            obj = obj.fget
        if inspect.ismethod(obj):
            obj = obj.__func__
        obj = inspect.unwrap(obj) if inspect.isfunction(obj) else obj
        code = getattr(obj, '__code__', None)
        if code is not None:
            return code.co_firstlineno
        return None


class OutputChecker:
    """Whether what was printed is what was wanted, and how they differ."""

    def check_output(self, want, got, optionflags):
        if got == want:
            return True
        if not optionflags & DONT_ACCEPT_TRUE_FOR_1:
            if (got, want) in (('True\n', '1\n'), ('False\n', '0\n')):
                return True
        if not optionflags & DONT_ACCEPT_BLANKLINE:
            want = re.sub(rf'(?m)^{re.escape(BLANKLINE_MARKER)}\s*?$', '', want)
            got = re.sub(r'(?m)^[^\S\n]+$', '', got)
            if got == want:
                return True
        if optionflags & NORMALIZE_WHITESPACE:
            got, want = ' '.join(got.split()), ' '.join(want.split())
            if got == want:
                return True
        return bool(optionflags & ELLIPSIS) and _ellipsis_match(want, got)

    def output_difference(self, example, got, optionflags):
        want = example.want
        if not optionflags & DONT_ACCEPT_BLANKLINE:
            got = re.sub('(?m)^[ ]*(?=\n)', BLANKLINE_MARKER, got)
        if self._do_a_fancy_diff(want, got, optionflags):
            import difflib
            wanted, given = want.splitlines(True), got.splitlines(True)
            if optionflags & REPORT_UDIFF:
                lines, kind = difflib.unified_diff(wanted, given, n=2), 'unified diff with -expected +actual'
                lines = list(lines)[2:]
            elif optionflags & REPORT_CDIFF:
                lines, kind = difflib.context_diff(wanted, given, n=2), 'context diff with expected followed by actual'
                lines = list(lines)[2:]
            else:
                lines, kind = difflib.Differ().compare(wanted, given), 'ndiff with -expected +actual'
            return f'Differences ({kind}):\n' + _indent(''.join(lines))
        if want and got:
            return f'Expected:\n{_indent(want)}Got:\n{_indent(got)}'
        if want:
            return f'Expected:\n{_indent(want)}Got nothing\n'
        if got:
            return f'Expected nothing\nGot:\n{_indent(got)}'
        return 'Expected nothing\nGot nothing\n'

    def _do_a_fancy_diff(self, want, got, optionflags):
        if not optionflags & (REPORT_UDIFF | REPORT_CDIFF | REPORT_NDIFF):
            return False
        return bool(optionflags & REPORT_NDIFF) or (
            want.count('\n') > 2 and got.count('\n') > 2)


def _ellipsis_match(want, got):
    if ELLIPSIS_MARKER not in want:
        return want == got
    first, *middle, last = want.split(ELLIPSIS_MARKER)
    start, end = len(first), len(got) - len(last)
    if not got.startswith(first) or not got.endswith(last) or start > end:
        return False
    for part in middle:
        start = got.find(part, start, end)
        if start < 0:
            return False
        start += len(part)
    return True


def _indent(text, by='    '):
    return re.sub('(?m)^(?!$)', by, text)


def _strip_details(message):
    """The name of the exception alone, without its module and its text."""
    end = message.find('\n')
    end = len(message) if end < 0 else end
    colon = message.find(':', 0, end)
    if colon >= 0:
        end = colon
    dot = message.rfind('.', 0, end)
    return message[dot + 1:end]


class DocTestFailure(Exception):
    """An example printed something else."""

    def __init__(self, test, example, got):
        self.test, self.example, self.got = test, example, got

    def __str__(self):
        return str(self.test)


class UnexpectedException(Exception):
    """An example raised what it should not."""

    def __init__(self, test, example, exc_info):
        self.test, self.example, self.exc_info = test, example, exc_info

    def __str__(self):
        return str(self.test)


class DocTestRunner:
    """Runs examples, and reports those that fail."""

    DIVIDER = '*' * 70

    def __init__(self, checker=None, verbose=None, optionflags=0):
        self._checker = checker or OutputChecker()
        self._verbose = '-v' in sys.argv if verbose is None else verbose
        self.optionflags = optionflags
        self.original_optionflags = optionflags
        self.tries = 0
        self.failures = 0
        self._name2ft = {}

    def report_start(self, out, test, example):
        if self._verbose:
            wanted = (f'Expecting:\n{_indent(example.want)}' if example.want
                      else 'Expecting nothing\n')
            out(f'Trying:\n{_indent(example.source)}{wanted}')

    def report_success(self, out, test, example, got):
        if self._verbose:
            out('ok\n')

    def report_failure(self, out, test, example, got):
        out(self._header(test, example)
            + self._checker.output_difference(example, got, self.optionflags))

    def report_unexpected_exception(self, out, test, example, exc_info):
        shown = ''.join(traceback.format_exception(*exc_info))
        out(self._header(test, example) + 'Exception raised:\n' + _indent(shown))

    def _header(self, test, example):
        out = [self.DIVIDER]
        if test.filename:
            if test.lineno is not None and example.lineno is not None:
                lineno = test.lineno + example.lineno + 1
            else:
                lineno = '?'
            out.append(f'File "{test.filename}", line {lineno}, in {test.name}')
        else:
            out.append(f'Line {example.lineno + 1}, in {test.name}')
        out.append('Failed example:')
        out.append(_indent(example.source))
        return '\n'.join(out)

    def run(self, test, compileflags=None, out=None, clear_globs=True):
        self.test = test
        saved = sys.stdout
        if out is None:
            out = saved.write
        fake = sys.stdout = io.StringIO()
        shown = sys.displayhook
        sys.displayhook = sys.__displayhook__
        try:
            return self._run(test, out, fake)
        finally:
            sys.stdout = saved
            sys.displayhook = shown
            if clear_globs:
                test.globs.clear()
                builtins._ = None

    def _run(self, test, out, fake):
        failures = tries = 0
        flags = self.original_optionflags
        for number, example in enumerate(test.examples):
            quiet = bool(self.optionflags & REPORT_ONLY_FIRST_FAILURE and failures)
            self.optionflags = flags
            for option, on in example.options.items():
                if on:
                    self.optionflags |= option
                else:
                    self.optionflags &= ~option
            if self.optionflags & SKIP:
                continue
            tries += 1
            if not quiet:
                self.report_start(out, test, example)
            filename = f'<doctest {test.name}[{number}]>'
            exception = None
            try:
                exec(compile(example.source, filename, 'single'), test.globs)
            except KeyboardInterrupt:
                raise
            except BaseException:
                exception = sys.exc_info()
            got = fake.getvalue()
            if got and not got.endswith('\n'):
                got += '\n'
            fake.seek(0)
            fake.truncate()
            good = self._judge(example, got, exception)
            if good is None:
                if not quiet:
                    self.report_unexpected_exception(out, test, example, exception)
                failures += 1
            elif good:
                if not quiet:
                    self.report_success(out, test, example, got)
            else:
                if not quiet:
                    if exception is not None:
                        got += ''.join(traceback.format_exception(*exception))
                    self.report_failure(out, test, example, got)
                failures += 1
            if failures and self.optionflags & FAIL_FAST:
                break
        self.optionflags = flags
        before = self._name2ft.get(test.name, (0, 0))
        self._name2ft[test.name] = before[0] + failures, before[1] + tries
        self.failures += failures
        self.tries += tries
        return TestResults(failures, tries)

    def _judge(self, example, got, exception):
        """True or False; None for an exception that nobody expected."""
        check = self._checker.check_output
        if exception is None:
            return check(example.want, got, self.optionflags)
        if example.exc_msg is None:
            return None
        lines = traceback.format_exception_only(*exception[:2])
        if issubclass(exception[0], SyntaxError):
            # The place is not part of what is compared.
            names = (f'{exception[0].__qualname__}:',
                     f'{exception[0].__module__}.{exception[0].__qualname__}:')
            for k, line in enumerate(lines):
                if line.startswith(names):
                    lines = lines[k:]
                    break
        message = ''.join(lines)
        if check(example.exc_msg, message, self.optionflags):
            return True
        return bool(self.optionflags & IGNORE_EXCEPTION_DETAIL) and check(
            _strip_details(example.exc_msg), _strip_details(message), self.optionflags)

    def summarize(self, verbose=None):
        verbose = self._verbose if verbose is None else verbose
        none, passed, failed = [], [], []
        for name, (failures, tries) in self._name2ft.items():
            if not tries:
                none.append(name)
            elif not failures:
                passed.append((name, tries))
            else:
                failed.append((name, (failures, tries)))
        if verbose:
            if none:
                print(len(none), 'items had no tests:')
                for name in sorted(none):
                    print('   ', name)
            if passed:
                print(len(passed), 'items passed all tests:')
                for name, count in sorted(passed):
                    print(f' {count:3d} tests in {name}')
        if failed:
            print(self.DIVIDER)
            print(len(failed), 'items had failures:')
            for name, (failures, tries) in sorted(failed):
                print(f' {failures:3d} of {tries:3d} in {name}')
        if verbose:
            print(self.tries, 'tests in', len(self._name2ft), 'items.')
            print(self.tries - self.failures, 'passed and', self.failures, 'failed.')
        if self.failures:
            print(f'***Test Failed*** {self.failures} failures.')
        elif verbose:
            print('Test passed.')
        return TestResults(self.failures, self.tries)

    def merge(self, other):
        for name, (failures, tries) in other._name2ft.items():
            before = self._name2ft.get(name, (0, 0))
            self._name2ft[name] = before[0] + failures, before[1] + tries


class DebugRunner(DocTestRunner):
    """A runner that raises at the first failure."""

    def run(self, test, compileflags=None, out=None, clear_globs=True):
        result = super().run(test, compileflags, out, False)
        if clear_globs:
            test.globs.clear()
        return result

    def report_unexpected_exception(self, out, test, example, exc_info):
        raise UnexpectedException(test, example, exc_info)

    def report_failure(self, out, test, example, got):
        raise DocTestFailure(test, example, got)


# The runner that all calls of testmod() and testfile() add to.
master = None


def _finish(runner, report):
    global master
    if report:
        runner.summarize()
    if master is None:
        master = runner
    else:
        master.merge(runner)
    return TestResults(runner.failures, runner.tries)


def testmod(m=None, name=None, globs=None, verbose=None, report=True, optionflags=0,
            extraglobs=None, raise_on_error=False, exclude_empty=False):
    """Run the examples of a module."""
    if m is None:
        m = sys.modules.get('__main__')
    if not inspect.ismodule(m):
        raise TypeError(f'testmod: module required; {m!r}')
    finder = DocTestFinder(exclude_empty=exclude_empty)
    kind = DebugRunner if raise_on_error else DocTestRunner
    runner = kind(verbose=verbose, optionflags=optionflags)
    for test in finder.find(m, name or m.__name__, globs=globs, extraglobs=extraglobs):
        runner.run(test)
    return _finish(runner, report)


def testfile(filename, module_relative=True, name=None, package=None, globs=None,
             verbose=None, report=True, optionflags=0, extraglobs=None,
             raise_on_error=False, parser=DocTestParser(), encoding=None):
    """Run the examples of a file of text."""
    text, filename = _read(filename, package, encoding, module_relative)
    globs = {} if globs is None else globs.copy()
    globs.update(extraglobs or {})
    globs.setdefault('__name__', '__main__')
    kind = DebugRunner if raise_on_error else DocTestRunner
    runner = kind(verbose=verbose, optionflags=optionflags)
    name = name or filename.rpartition('/')[2]
    runner.run(parser.get_doctest(text, globs, name, filename, 0))
    return _finish(runner, report)


def _read(filename, package, encoding, module_relative):
    import os.path
    if package and not module_relative:
        raise ValueError('Package may only be specified for module-relative paths.')
    if module_relative:
        base = package or sys._getframe(2).f_globals
        file = (base.get('__file__') if isinstance(base, dict)
                else getattr(base, '__file__', None))
        if file and not os.path.isabs(filename):
            filename = os.path.join(os.path.dirname(file), filename)
    with open(filename, encoding=encoding or 'utf-8') as file:
        return file.read(), filename


def run_docstring_examples(f, globs, verbose=False, name='NoName', compileflags=None,
                           optionflags=0):
    """Run the examples of one object's docstring."""
    finder = DocTestFinder(verbose=verbose, recurse=False)
    runner = DocTestRunner(verbose=verbose, optionflags=optionflags)
    for test in finder.find(f, name, globs=globs):
        runner.run(test, compileflags=compileflags)


_unittest_reportflags = 0


def set_unittest_reportflags(flags):
    """How test cases made of examples report; gives what was so far."""
    global _unittest_reportflags
    if flags & REPORTING_FLAGS != flags:
        raise ValueError('Only reporting flags allowed', flags)
    old, _unittest_reportflags = _unittest_reportflags, flags
    return old


class DocTestCase(unittest.TestCase):
    """The examples of one docstring as a test case."""

    def __init__(self, test, optionflags=0, setUp=None, tearDown=None, checker=None):
        super().__init__()
        self._dt_optionflags = optionflags
        self._dt_checker = checker
        self._dt_test = test
        self._dt_setUp = setUp
        self._dt_tearDown = tearDown

    def setUp(self):
        self._dt_globs = self._dt_test.globs.copy()
        if self._dt_setUp is not None:
            self._dt_setUp(self._dt_test)

    def tearDown(self):
        if self._dt_tearDown is not None:
            self._dt_tearDown(self._dt_test)
        self._dt_test.globs.clear()
        self._dt_test.globs.update(self._dt_globs)

    def runTest(self):
        flags = self._dt_optionflags
        if not flags & REPORTING_FLAGS:
            flags |= _unittest_reportflags
        runner = DocTestRunner(optionflags=flags, checker=self._dt_checker, verbose=False)
        runner.DIVIDER = '-' * 70
        out = io.StringIO()
        failures, _ = runner.run(self._dt_test, out=out.write, clear_globs=False)
        if failures:
            raise self.failureException(self.format_failure(out.getvalue()))

    def format_failure(self, err):
        test = self._dt_test
        lineno = 'unknown line number' if test.lineno is None else f'{test.lineno}'
        last = test.name.split('.')[-1]
        return (f'Failed doctest test for {test.name}\n  File "{test.filename}", line '
                f'{lineno}, in {last}\n\n{err}')

    def debug(self):
        self.setUp()
        DebugRunner(optionflags=self._dt_optionflags, checker=self._dt_checker,
                    verbose=False).run(self._dt_test, clear_globs=False)
        self.tearDown()

    def id(self):
        return self._dt_test.name

    def __eq__(self, other):
        if type(self) is not type(other):
            return NotImplemented
        return self._dt_test == other._dt_test

    def __hash__(self):
        return hash(self._dt_test)

    def __repr__(self):
        *package, last = self._dt_test.name.split('.')
        return f'{last} ({".".join(package)})'

    __str__ = __repr__

    def shortDescription(self):
        return 'Doctest: ' + self._dt_test.name


def DocTestSuite(module=None, globs=None, extraglobs=None, test_finder=None, **options):
    """The examples of a module as a suite of test cases."""
    if module is None:
        module = sys.modules[sys._getframe(1).f_globals['__name__']]
    elif isinstance(module, str):
        module = __import__(module, globals(), locals(), ['*'])
    tests = (test_finder or DocTestFinder()).find(module, globs=globs, extraglobs=extraglobs)
    suite = unittest.TestSuite()
    for test in tests:
        if test.examples:
            if not test.filename:
                test.filename = getattr(module, '__file__', None) or module.__name__
            suite.addTest(DocTestCase(test, **options))
    return suite


def DocFileSuite(*paths, module_relative=True, package=None, globs=None,
                 parser=DocTestParser(), encoding=None, **options):
    """The examples of files as a suite of test cases."""
    suite = unittest.TestSuite()
    for path in paths:
        text, path = _read(path, package or sys._getframe(1).f_globals, encoding,
                           module_relative)
        names = {} if globs is None else globs.copy()
        names.setdefault('__file__', path)
        test = parser.get_doctest(text, names, path.rpartition('/')[2], path, 0)
        suite.addTest(DocTestCase(test, **options))
    return suite


def script_from_examples(s):
    """A program of the examples of a text; the rest stands in comments."""
    output = []
    for part in DocTestParser().parse(s):
        if isinstance(part, Example):
            output.append(part.source[:-1])
            if part.want:
                output.append('# Expected:')
                output += ['## ' + line for line in part.want.split('\n')[:-1]]
        else:
            output += [f'# {line}' if line.strip() else '#'
                       for line in part.split('\n')[:-1]]
    while output and output[-1] == '#':
        output.pop()
    while output and output[0] == '#':
        output.pop(0)
    return '\n'.join(output) + '\n'
