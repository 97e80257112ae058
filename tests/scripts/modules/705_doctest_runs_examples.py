# area: modules
# prio: P1
# checks: doctest finds examples, runs them and reports
import doctest


def good(x):
    '''Doubles.

    >>> good(2)
    4
    >>> for i in range(2):
    ...     print(good(i))
    0
    2
    >>> good('a')  # doctest: +ELLIPSIS
    'a...'
    >>> good(None)
    Traceback (most recent call last):
        ...
    TypeError: unsupported operand type(s) for *: 'NoneType' and 'int'
    >>> print('a\\n\\nb')
    a
    <BLANKLINE>
    b
    '''
    return x * 2


def bad():
    '''
    >>> 1 + 1
    3
    >>> 1 / 0
    '''


finder = doctest.DocTestFinder()
runner = doctest.DocTestRunner(verbose=False)
out = []
for f in (good, bad):
    for test in finder.find(f, f.__name__):
        print(test.name, len(test.examples), runner.run(test, out=out.append))
text = ''.join(out)
for line in text.split('\n'):
    if line.startswith(('Expected', 'Got', 'Failed', '    3', '    2', 'Exception', '    Zero')):
        print(line)
parser = doctest.DocTestParser()
e = parser.get_examples('>>> f(1)\n2\n')[0]
print(repr(e.source), repr(e.want), e.lineno, e.exc_msg)
checker = doctest.OutputChecker()
print(checker.check_output('a  b\n', 'a b\n', doctest.NORMALIZE_WHITESPACE), checker.check_output('1\n', 'True\n', 0))
print(doctest.script_from_examples('Text.\n\n>>> 1 + 1\n2\n'))
