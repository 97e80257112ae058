# area: regressions
# prio: P2
# checks: which attributes of built-in classes are members, and what they say of writes and of other objects
import collections
import functools
import weakref


def show(what):
    try:
        print(what())
    except Exception as error:
        print(type(error).__name__, error)


def f():
    yield


class P:
    x = property()


PAIRS = [
    (range(3), "start"), (slice(1), "stop"), (f, "__closure__"), (f.__code__, "co_name"), (f(), "gi_code"),
    (P.x, "fget"), (P().__init__, "__self__"), (staticmethod(f), "__func__"), (classmethod(f), "__func__"),
    (int | str, "__args__"), (list[int], "__origin__"), (functools.partial(f), "func"), (StopIteration(), "value"),
    (OSError(), "errno"), ([].append, "__module__"), (str.join, "__name__"), (str.join, "__objclass__"),
    (int.real, "__name__"), ("".__len__, "__self__"), (weakref.ref(f), "__callback__"), (super(P, P()), "__self__"),
    (3j, "real"), (3, "real"), ([].append, "__self__"), (f, "__module__"), (AttributeError(), "name"),
    (SystemExit(), "code"), (BaseExceptionGroup("a", [ValueError()]), "message"), (SyntaxError(), "text"),
]
for value, name in PAIRS:
    print(type(value).__name__, name)
    part = getattr(type(value), name)
    show(lambda: setattr(value, name, 5))
    show(lambda: delattr(value, name))
    show(lambda: repr(part).split(" at 0x")[0])
    show(lambda: part.__get__(5))
    show(lambda: part.__get__(5, int))
    show(lambda: part.__get__(None, type(value)) is part)
    show(lambda: part.__set__(5, 5))
    show(lambda: part.__delete__(5))
    show(lambda: part.__name__)
    show(lambda: part.__qualname__)
    show(lambda: part.__objclass__)
    show(lambda: part.__reduce__())
    show(lambda: part())
show(lambda: [5].index(range.stop))
show(lambda: (range.start.__get__(range(1, 2)), collections.defaultdict.default_factory, int.real.__get__(5)))
