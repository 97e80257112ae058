# area: regressions
# prio: P2
# checks: a subclass of deque with __slots__
import collections
import copy


def t(f):
    try:
        print(repr(f()))
    except BaseException as e:
        print(type(e).__name__, e)


class D(collections.deque):
    __slots__ = ("a", "b")


class Empty(collections.deque):
    __slots__ = ()


x = D([1])
x.a = 1
t(lambda: (x.a, list(x)))
t(lambda: x.b)
t(lambda: x.__dict__)
t(lambda: setattr(x, "c", 1))
t(lambda: setattr(Empty(), "c", 1))
t(lambda: D.a.__get__(copy.copy(x)))
t(lambda: D.a.__get__(collections.deque()))
t(lambda: x.__reduce__()[:3])
t(lambda: Empty([1]).__reduce__()[:3])
del x.a
t(lambda: x.a)
t(lambda: delattr(x, "a"))
t(lambda: x + x)
