"""The command: python -m unittest, and unittest.main()."""

import sys

from . import loader, runner

__unittest = True

_USAGE = '''usage: {prog} [-h] [-v] [-q] [--locals] [-f] [-c] [-b] [-k TESTNAMEPATTERNS]
{pad} [tests ...]
'''

_HELP = '''
positional arguments:
  tests                a list of any number of test modules, classes and test
                       methods.

options:
  -h, --help           show this help message and exit
  -v, --verbose        Verbose output
  -q, --quiet          Quiet output
  --locals             Show local variables in tracebacks
  -f, --failfast       Stop on first fail or error
  -c, --catch          Catch Ctrl-C and display results so far
  -b, --buffer         Buffer stdout and stderr during tests
  -k TESTNAMEPATTERNS  Only run tests which match the given substring
'''


class TestProgram:
    """Reads the words of the command, runs the tests, exits."""

    module = None
    verbosity = 1
    failfast = catchbreak = buffer = progName = warnings = None
    testNamePatterns = None

    def __init__(self, module='__main__', defaultTest=None, argv=None,
                 testRunner=None, testLoader=loader.defaultTestLoader,
                 exit=True, verbosity=1, failfast=None, catchbreak=None,
                 buffer=None, warnings=None, *, tb_locals=False):
        if isinstance(module, str):
            __import__(module)
            self.module = sys.modules[module]
        else:
            self.module = module
        if argv is None:
            argv = sys.argv
        self.exit = exit
        self.failfast = failfast
        self.catchbreak = catchbreak
        self.verbosity = verbosity
        self.buffer = buffer
        self.tb_locals = tb_locals
        if warnings is None and not sys.warnoptions:
            self.warnings = 'default'
        else:
            self.warnings = warnings
        self.defaultTest = defaultTest
        self.testRunner = testRunner
        self.testLoader = testLoader
        self.progName = argv[0].rpartition('/')[2] if '/' in argv[0] else argv[0]
        self.parseArgs(argv)
        self.runTests()

    def _usage(self):
        pad = ' ' * (len(self.progName) + 6)
        return _USAGE.format(prog=self.progName, pad=pad)

    def usageExit(self, msg=None):
        if msg:
            print(msg)
        print(self._usage() + _HELP, end='')
        sys.exit(2)

    def parseArgs(self, argv):
        names = []
        words = iter(argv[1:])
        discovering = False
        if self.module is None and argv[1:2] == ['discover']:
            next(words)
            discovering = True
        elif self.module is None and len(argv) <= 1:
            discovering = True
        start, pattern, top = None, 'test*.py', None
        for word in words:
            if word in ('-v', '--verbose'):
                self.verbosity = 2
            elif word in ('-q', '--quiet'):
                self.verbosity = 0
            elif word == '--locals':
                self.tb_locals = True
            elif word in ('-f', '--failfast'):
                self.failfast = True
            elif word in ('-c', '--catch'):
                self.catchbreak = True
            elif word in ('-b', '--buffer'):
                self.buffer = True
            elif word == '-k':
                wanted = next(words, '')
                if '*' not in wanted:
                    wanted = f'*{wanted}*'
                self.testNamePatterns = (self.testNamePatterns or []) + [wanted]
            elif word in ('-h', '--help'):
                print(self._usage() + _HELP, end='')
                sys.exit(0)
            elif discovering and word in ('-s', '--start-directory'):
                start = next(words, '.')
            elif discovering and word in ('-p', '--pattern'):
                pattern = next(words, pattern)
            elif discovering and word in ('-t', '--top-level-directory'):
                top = next(words, None)
            elif word.startswith('-') and word != '-':
                sys.stderr.write(self._usage() + f'{self.progName}: error: '
                                 f'unrecognized arguments: {word}\n')
                sys.exit(2)
            else:
                names.append(word)
        if discovering:
            if names:
                start = start or names[0]
            self.testLoader.testNamePatterns = self.testNamePatterns
            self.test = self.testLoader.discover(start or '.', pattern, top)
            return
        if names:
            self.testNames = [_as_module(name) for name in names]
            if __name__ == '__main__':
                self.module = None
        elif self.defaultTest is None:
            self.testNames = None
        elif isinstance(self.defaultTest, str):
            self.testNames = (self.defaultTest,)
        else:
            self.testNames = list(self.defaultTest)
        self.createTests()

    def createTests(self):
        if self.testNamePatterns:
            self.testLoader.testNamePatterns = self.testNamePatterns
        if self.testNames is None:
            self.test = self.testLoader.loadTestsFromModule(self.module)
        else:
            self.test = self.testLoader.loadTestsFromNames(self.testNames,
                                                           self.module)

    def runTests(self):
        if self.testRunner is None:
            self.testRunner = runner.TextTestRunner
        if isinstance(self.testRunner, type):
            try:
                made = self.testRunner(verbosity=self.verbosity,
                                       failfast=self.failfast,
                                       buffer=self.buffer,
                                       warnings=self.warnings,
                                       tb_locals=self.tb_locals)
            except TypeError:
                made = self.testRunner()
        else:
            made = self.testRunner
        self.result = made.run(self.test)
        if self.exit:
            sys.exit(not self.result.wasSuccessful())


def _as_module(name):
    # tests/test_x.py may be named as a file.
    if name.lower().endswith('.py'):
        return name[:-3].replace('/', '.')
    return name


main = TestProgram
