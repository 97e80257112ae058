# area: modules
# prio: P2
# checks: testmod on a function's examples tells how many failed

import doctest


def double(x):
    """Twice.

    >>> double(2)
    4
    >>> double("ab")
    'abab'
    >>> double(None)
    Traceback (most recent call last):
    ...
    TypeError: unsupported operand type(s) for *: 'NoneType' and 'int'
    >>> for n in range(2):
    ...     print(double(n))
    0
    2
    >>> double(0.1)  # doctest: +ELLIPSIS
    0.2...
    """
    return x * 2


result = doctest.testmod()
print(result, result.failed, result.attempted)
examples = doctest.DocTestParser().get_examples(">>> 1 + 1\n2\n>>> x = 5\n")
print([(e.source, e.want) for e in examples])
