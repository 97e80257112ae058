# area: generators
# prio: P0
# checks: a generator's handled exception is its own, the consumer's comes back
import sys


def g():
    try:
        raise KeyError("inside")
    except KeyError:
        yield repr(sys.exc_info()[1])
    yield repr(sys.exc_info()[1])


try:
    raise ValueError("outside")
except ValueError:
    it = g()
    print(next(it), repr(sys.exc_info()[1]))
    print(next(it))
print(sys.exc_info()[1])


def context():
    try:
        yield
    except ValueError:
        raise TypeError("t")


c = context()
next(c)
try:
    c.throw(ValueError("v"))
except TypeError as e:
    print(repr(e), repr(e.__context__))
