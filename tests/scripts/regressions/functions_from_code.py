# area: regressions
# prio: P2
# checks: calls of FunctionType: globals, name, defaults, closure, and what it refuses
from types import FunctionType


def t(f):
    try:
        print(repr(f()))
    except BaseException as e:
        print(type(e).__name__, e)


def outer(n):
    return lambda: n


pair = (lambda a, b: (a, b)).__code__
name = (lambda: missing_name).__code__
t(lambda: FunctionType(name, {"missing_name": 7})())
t(lambda: FunctionType(name, {})())
t(lambda: FunctionType((lambda: len("abc")).__code__, {})())
t(lambda: FunctionType(name, {"missing_name": 1}).__globals__)
t(lambda: FunctionType(pair, {}, "n", (5,))(1))
t(lambda: FunctionType(pair, {}, "n").__name__)
t(lambda: FunctionType(code=pair, globals={}, argdefs=(1, 2))())
t(lambda: FunctionType(pair, {}).__defaults__)
t(lambda: FunctionType(1, {}))
t(lambda: FunctionType(pair, 1))
t(lambda: FunctionType())
t(lambda: FunctionType(pair))
t(lambda: FunctionType(pair, {}, 1))
t(lambda: FunctionType(pair, {}, None, 1))
t(lambda: FunctionType(pair, {}, None, None, 1))
t(lambda: FunctionType(outer(3).__code__, {}))
t(lambda: FunctionType(outer(3).__code__, {}, None, None, ()))
t(lambda: FunctionType(outer(3).__code__, {}, None, None, (1,)))
t(lambda: FunctionType(outer(3).__code__, {}, None, None, outer(4).__closure__)())
